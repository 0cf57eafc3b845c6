"""Sort complaint texts into topics, and judge how well that works."""

from lapor_lab.topics.classifier import TopicClassifier
from lapor_lab.topics.evaluate import Evaluation, evaluate_topics
from lapor_lab.topics.normalise import normalise_text
from lapor_lab.topics.scores import Scores, compare_labels, score_predictions
from lapor_lab.topics.words import words_for_topic

__all__ = [
    "Evaluation",
    "Scores",
    "TopicClassifier",
    "compare_labels",
    "evaluate_topics",
    "normalise_text",
    "score_predictions",
    "words_for_topic",
]
