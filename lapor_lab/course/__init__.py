"""What lessons stand on: answers of exercises are checked here, and lessons are built here."""

from lapor_lab.course.answers import check_answer

__all__ = ["check_answer"]
