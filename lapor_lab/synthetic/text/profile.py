"""The style of synthetic texts, and how hard they are, each with its source."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.model.checks import check_choice, check_share
from lapor_lab.synthetic.text.registers import REGISTERS, STYLES, RegisterStyle

__all__ = ["TextProfile"]


@dataclass(frozen=True, kw_only=True)
class TextProfile:
    """How texts look, and how hard their topics are to tell.

    Shares are of texts. "Measured" means: between two sets of real reports [1]_.

    Parameters
    ----------
    salutation_share : float, default=0.33
        Texts that open with a salutation, before the register's factor. Measured: 0.26 to 0.29
        after it.
    introduction_share : float, default=0.055
        Texts whose writer says who he is. Measured: 0.04 to 0.07.
    opening_share : float, default=0.3
        Texts whose fact is announced ("saya ingin melaporkan bahwa"). Asumsi, set so that
        "lapor" and its kin stand in 0.24 to 0.30 of texts.
    place_share : float, default=0.37
        Texts with a sentence that says where, besides what the facts say. Asumsi, set so that
        streets and villages are named as often as in real texts.
    beside_share : float, default=0.75
        Share of the texts above 200, 400 and 600 characters that tell one, two, three more
        things of the same sub-topic. Asumsi.
    duration_share : float, default=0.14
        Texts that say since when, besides what the facts say. Measured: "sudah ... kali",
        months, years or days in 0.15 to 0.19.
    identity_share : float, default=0.12
        Texts whose writer says what he is, without a name. Asumsi.
    request_share : float, default=0.6
        Texts that ask for something in general words. Asumsi, set so that "mohon" stands in
        0.37 to 0.40 and "tolong" in 0.11 of texts.
    own_request_share : float, default=0.4
        Texts that ask for what the fact calls for. Asumsi, as above.
    question_share : float, default=0.2
        Texts with a question. Measured: question mark 0.18 to 0.26.
    thanks_share : float, default=0.33
        Texts that thank, before the register's factor. Measured: 0.30 to 0.31 after it.
    url_share : float, default=0.03
        Texts with a link. Measured: 0.01 to 0.07.
    tail_share : float, default=0.13
        Texts that end in the lines of a form. Measured: about 0.25 and none.
    accused_share : float, default=0.05
        Texts that name the party complained of. Asumsi.
    witness_share : float, default=0.015
        Texts that name a witness. Asumsi.
    child_share : float, default=0.015
        Texts that name a child. Asumsi.
    nik_share : float, default=0.03
        Texts with a NIK. Asumsi; eight digits or more, or masked: 0.07 to 0.16.
    phone_share : float, default=0.05
        Texts with a telephone number. Asumsi, as above.
    email_share : float, default=0.01
        Texts with an e-mail address. Asumsi.
    address_share : float, default=0.03
        Texts with the reporter's own address. Asumsi.
    closing_share : float, default=0.03
        Texts signed with a name; of e-mails and letters 0.8. Asumsi.
    anonymous_disclosure : float, default=0.2
        Times the shares of the reporter's own data in anonymous reports. Asumsi.
    informal_share : float, default=0.42
        Texts in short spellings, before the factor of the register. Set so that "yg" stands in
        0.18 of texts.
    typo_share : float, default=0.5
        Texts with at least one typing error. Asumsi.
    lower_case_share : float, default=0.15
        Texts whose writer sets no capital at the beginning; salutations keep theirs. Set so
        that 0.09 to 0.17 of texts begin with a small letter, as measured.
    capitals_share : float, default=0.015
        Texts in capitals. Measured: 0.008 to 0.022.
    doubled_punctuation_share : float, default=0.14
        Texts with doubled stops. Measured: 0.13.
    glued_share : float, default=0.13
        Texts without a space behind the stop. Measured: 0.06 to 0.29.
    loose_share : float, default=0.64
        Texts whose sentences run on with commas or without any sign. Set so that half of the
        texts hold two sentences or fewer, as measured.
    title_case_share : float, default=0.58
        Titles In Title Case. Measured: 0.32 to 0.81.
    title_capitals_share : float, default=0.026
        Titles in capitals. Measured: 0.017 to 0.039.
    title_place_share : float, default=0.2
        Titles that name the place. Asumsi.
    title_name_share : float, default=0.01
        Titles that name a person. Asumsi.
    shared_share : float, default=0.1
        Texts whose facts fit several topics. Asumsi.
    vague_share : float, default=0.05
        Texts whose facts fit every topic. Asumsi.
    second_topic_share : float, default=0.1
        Texts that also mention something of another main topic. Asumsi.
    swapped_share : float, default=0.35
        Share of those that mention the other topic first. Asumsi.
    label_noise_share : float, default=0.05
        Labels that are a neighbouring topic instead of the true one. Test sets of the
        literature hold at least 0.033 wrong labels on average [2]_.
    registers : mapping of str to RegisterStyle, default={}
        Lengths and factors by register; one that is left out keeps its standard.

    Raises
    ------
    ParameterError
        If a share lies outside [0, 1], the shares of shared, vague and second-topic texts add
        up to more than 1, or a register is unknown.

    References
    ----------
    .. [1] Aggregates of two sets of real reports: one regency 2021-24 (1,108 texts) and a
       national crawl of 2017 (1,837 texts); a shape to come near to, not the nation.
    .. [2] Northcutt, Athalye and Mueller (2021), arXiv 2103.14749.

    Examples
    --------
    >>> TextProfile(vague_share=0.2).vague_share
    0.2
    >>> TextProfile().registers["sms"].max_chars
    160
    """

    salutation_share: float = 0.33
    introduction_share: float = 0.055
    opening_share: float = 0.3
    place_share: float = 0.37
    beside_share: float = 0.75
    duration_share: float = 0.14
    identity_share: float = 0.12
    request_share: float = 0.6
    own_request_share: float = 0.4
    question_share: float = 0.2
    thanks_share: float = 0.33
    url_share: float = 0.03
    tail_share: float = 0.13
    accused_share: float = 0.05
    witness_share: float = 0.015
    child_share: float = 0.015
    nik_share: float = 0.03
    phone_share: float = 0.05
    email_share: float = 0.01
    address_share: float = 0.03
    closing_share: float = 0.03
    anonymous_disclosure: float = 0.2
    informal_share: float = 0.42
    typo_share: float = 0.5
    lower_case_share: float = 0.15
    capitals_share: float = 0.015
    doubled_punctuation_share: float = 0.14
    glued_share: float = 0.13
    loose_share: float = 0.64
    title_case_share: float = 0.58
    title_capitals_share: float = 0.026
    title_place_share: float = 0.2
    title_name_share: float = 0.01
    shared_share: float = 0.1
    vague_share: float = 0.05
    second_topic_share: float = 0.1
    swapped_share: float = 0.35
    label_noise_share: float = 0.05
    registers: Mapping[str, RegisterStyle] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for item in fields(self):
            if item.name != "registers":
                check_share(item.name, getattr(self, item.name))
        for name in self.registers:
            check_choice("registers", name, REGISTERS)
        object.__setattr__(self, "registers", {**STYLES, **self.registers})
        hard = self.shared_share + self.vague_share + self.second_topic_share
        if hard > 1:
            raise ParameterError(
                "parameter_range",
                name="shared_share + vague_share + second_topic_share",
                allowed="at most 1",
                value=hard,
                remedy="Lower one of them.",
            )
