"""Find and mask personal data, hash identifiers, hide small counts.

Masking is not anonymisation. Rules find what has a form or a cue; a name without a cue, a
nickname, an event that only one person can have lived through stay in a masked text, and who
knows a place may know the person. Masked texts are still personal data in the sense of Law
27/2022 on the protection of personal data (Pelindungan Data Pribadi) and are handled as such:
shown to those who need them, and not published. Hashed identifiers are pseudonyms: who holds
the key can make them again.
"""

from lapor_lab.privacy.identifiers import hash_identifiers, key_fingerprint, load_key
from lapor_lab.privacy.mask import find_personal, mask_text, mask_texts
from lapor_lab.privacy.small_cells import suppress_small_cells
from lapor_lab.privacy.span import Kind, Span

__all__ = [
    "Kind",
    "Span",
    "find_personal",
    "hash_identifiers",
    "key_fingerprint",
    "load_key",
    "mask_text",
    "mask_texts",
    "suppress_small_cells",
]
