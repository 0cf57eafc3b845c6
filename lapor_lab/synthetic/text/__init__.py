"""Complaint texts whose topics, planted personal data and difficulty are known."""

from lapor_lab.synthetic.text.ceiling import text_ceiling
from lapor_lab.synthetic.text.make import make_texts
from lapor_lab.synthetic.text.order import TextOrder, Texts
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.topic_list import MAIN_OF_TOPIC, MAIN_TOPICS, TOPICS

__all__ = [
    "MAIN_OF_TOPIC",
    "MAIN_TOPICS",
    "TOPICS",
    "TextOrder",
    "TextProfile",
    "Texts",
    "make_texts",
    "text_ceiling",
]
