"""What lessons stand on: answers of exercises are checked here, and lessons are built here."""

from lapor_lab.course.answers import check_answer
from lapor_lab.course.lessons import copy_lessons, lesson_folder

__all__ = ["check_answer", "copy_lessons", "lesson_folder"]
