"""Shares that shape synthetic texts, each with its source."""

from dataclasses import dataclass, fields

from lapor_lab.errors import ParameterError

__all__ = ["TextProfile"]


@dataclass(frozen=True, kw_only=True)
class TextProfile:
    """How texts look, and how hard their topics are to tell.

    Parameters
    ----------
    salutation_share : float, default=0.27
        Texts that open with a salutation. Measured: 0.26 to 0.29 of real texts [1]_.
    introduction_share : float, default=0.06
        Texts whose writer gives a name. Measured: 0.04 to 0.07 [1]_.
    place_share : float, default=0.5
        Texts that say where. Asumsi, between the shares of street and of village [1]_.
    request_share : float, default=0.7
        Texts that ask for something. Asumsi; "mohon" or "tolong" alone stand in half [1]_.
    thanks_share : float, default=0.3
        Texts that thank. Measured: 0.30 to 0.31 [1]_.
    informal_share : float, default=0.34
        Texts in short spellings (yg, tdk, utk), set so that "yg" stands in about 0.18 [1]_.
    typo_share : float, default=0.15
        Texts with two letters swapped. Asumsi.
    lower_case_share : float, default=0.12
        Texts without a capital. Measured: 0.09 to 0.17 [1]_.
    capitals_share : float, default=0.015
        Texts in capitals only. Measured: 0.008 to 0.022 [1]_.
    doubled_punctuation_share : float, default=0.13
        Texts with doubled stops. Measured: 0.13 [1]_.
    glued_share : float, default=0.15
        Texts without a space between sentences. Measured: 0.06 to 0.29 [1]_.
    verbosity : float, default=0.38
        Mean share of the optional sentences that a text holds, in (0, 1). Asumsi, set so that
        the quartiles of words come near to 20, 40 and 75.
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

    Raises
    ------
    ParameterError
        If a share lies outside [0, 1], `verbosity` outside (0, 1), or the shares of shared,
        vague and second-topic texts add up to more than 1.

    References
    ----------
    .. [1] Aggregates of two sets of real reports: one regency 2021-24 (1,108 texts) and a
       national crawl of 2017 (1,837 texts); a shape to come near to, not the nation.
    .. [2] Northcutt, Athalye and Mueller (2021), arXiv 2103.14749.

    Examples
    --------
    >>> TextProfile(vague_share=0.2).vague_share
    0.2
    """

    salutation_share: float = 0.27
    introduction_share: float = 0.06
    place_share: float = 0.5
    request_share: float = 0.7
    thanks_share: float = 0.3
    informal_share: float = 0.34
    typo_share: float = 0.15
    lower_case_share: float = 0.12
    capitals_share: float = 0.015
    doubled_punctuation_share: float = 0.13
    glued_share: float = 0.15
    verbosity: float = 0.38
    shared_share: float = 0.1
    vague_share: float = 0.05
    second_topic_share: float = 0.1
    swapped_share: float = 0.35
    label_noise_share: float = 0.05

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name != "verbosity" and not 0 <= value <= 1:
                raise ParameterError(
                    "parameter_range",
                    name=field.name,
                    allowed="in [0, 1]",
                    value=value,
                    remedy="Write 0.05 for 5 %.",
                )
        if not 0 < self.verbosity < 1:
            raise ParameterError(
                "parameter_range",
                name="verbosity",
                allowed="in (0, 1)",
                value=self.verbosity,
                remedy="Write 0.38 for texts of usual length.",
            )
        hard = self.shared_share + self.vague_share + self.second_topic_share
        if hard > 1:
            raise ParameterError(
                "parameter_range",
                name="shared_share + vague_share + second_topic_share",
                allowed="at most 1",
                value=hard,
                remedy="Lower one of them.",
            )
