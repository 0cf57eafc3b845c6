"""The topic classifier: word and character n-grams, a linear SVM, calibrated probabilities."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion
from sklearn.svm import LinearSVC
from sklearn.utils.validation import check_is_fitted

from lapor_lab.errors import ParameterError
from lapor_lab.topics.calibration import fit_sigmoids
from lapor_lab.topics.checks import as_strings, check_lengths
from lapor_lab.topics.folds import split_folds
from lapor_lab.topics.normalise import NUMBER, normalise_text

__all__ = ["TopicClassifier"]

Floats = npt.NDArray[np.float64]

# Below this many texts a rule against rare n-grams would leave none.
_MIN_TEXTS_TO_PRUNE: Final = 50
# On 4,000 synthetic texts the same accuracy as 1e-4, in three quarters of the time.
_TOLERANCE: Final = 1e-2


class TopicClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Sort complaint texts into topics.

    TF-IDF of words (one and two) and of characters within words (three and four) feeds one
    linear SVM a class; Platt's sigmoids, fitted on texts held out, turn margins into
    probabilities. Stemming and stop words are left out: they did not help on real reports.

    Parameters
    ----------
    C : float, default=0.3
        Inverse strength of the penalty, above 0.
    min_df : int, default=2
        Texts that an n-gram must stand in; 1 where there are fewer than 50 texts.
    calibration_folds : int, default=3
        Folds for the margins that the sigmoids are fitted to, at least 2.
    random_state : int or None, default=0
        Seed of the folds and of the solver; None draws one.

    Attributes
    ----------
    classes_ : ndarray of str of shape (n_classes,)
        Topics, sorted.
    features_ : FeatureUnion
        Fitted vectorisers.
    coef_ : ndarray of float64 of shape (n_classes, n_features)
        Weights of the features for each topic.
    intercept_ : ndarray of float64 of shape (n_classes,)
        Intercepts.
    sigmoids_ : Sigmoids
        Calibration.

    Examples
    --------
    >>> texts = ["jalan rusak berlubang", "aspal jalan rusak", "obat kosong", "obat pasien habis"]
    >>> model = TopicClassifier().fit(texts, ["jalan", "jalan", "obat", "obat"])
    >>> model.predict(["jalan berlubang", "obat habis"]).tolist()
    ['jalan', 'obat']
    """

    def __init__(
        self,
        C: float = 0.3,  # noqa: N803 - scikit-learn's name
        min_df: int = 2,
        calibration_folds: int = 3,
        random_state: int | None = 0,
    ) -> None:
        self.C = C
        self.min_df = min_df
        self.calibration_folds = calibration_folds
        self.random_state = random_state

    def fit(
        self, texts: Iterable[str], labels: Iterable[str], groups: Sequence[object] | None = None
    ) -> Self:
        """Learn topics from labelled texts, in any order: the order of rows changes nothing.

        Parameters
        ----------
        texts : list or Series of str of shape (n_texts,)
            Title and body of reports, or either.
        labels : list or Series of str of shape (n_texts,)
            Their topics.
        groups : sequence of shape (n_texts,), default=None
            What must stay in one calibration fold; None keeps copies of one text together.

        Returns
        -------
        TopicClassifier
            Itself.

        Raises
        ------
        ParameterError
            If a parameter is out of range, a text or label is no string, lengths differ, there
            is only one topic, or no text holds a word.
        """
        self._check_parameters()
        raw, names = as_strings(texts, "texts"), as_strings(labels, "labels")
        check_lengths("labels", len(names), len(raw))
        if groups is not None:
            check_lengths("groups", len(groups), len(raw))
        classes = sorted(set(names))
        if len(classes) < 2:  # noqa: PLR2004 - a choice needs two
            raise ParameterError(
                "parameter_range",
                name="labels",
                allowed="of at least two topics",
                value=classes,
                remedy="Add texts of another topic.",
            )
        read = np.array([normalise_text(text) for text in raw], dtype=object)
        units = read if groups is None else np.array([str(g) for g in groups], dtype=object)
        order = np.lexsort((units.astype(str), names.astype(str), read.astype(str)))
        read, names, units = read[order], names[order], units[order]

        self.classes_ = np.array(classes, dtype=object)
        class_of = np.searchsorted(self.classes_.astype(str), names.astype(str))
        self.features_ = self._make_features(len(read))
        x = self._fit_features(read)
        self.sigmoids_ = fit_sigmoids(self._held_out_margins(x, class_of, units), class_of)
        self.coef_, self.intercept_ = self._fit_weights(x, class_of)
        return self

    def decision_function(self, texts: Iterable[str]) -> Floats:
        """Return the margins of the linear model.

        `predict` follows the probabilities, which need not order topics as the margins do.

        Parameters
        ----------
        texts : list or Series of str of shape (n_texts,)
            Texts.

        Returns
        -------
        ndarray of float64 of shape (n_texts, n_classes), or (n_texts,) with two classes
            The larger, the more of that topic (of the second one, with two classes).
        """
        margins = self._margins(texts)
        return margins if len(self.classes_) > 2 else margins[:, 1]  # noqa: PLR2004

    def predict_proba(self, texts: Iterable[str]) -> Floats:
        """Return calibrated probabilities.

        Parameters
        ----------
        texts : list or Series of str of shape (n_texts,)
            Texts; an empty one gets what the model expects without any word.

        Returns
        -------
        ndarray of float64 of shape (n_texts, n_classes)
            In the order of `classes_`; each row adds up to 1.
        """
        margins = self._margins(texts)
        return self.sigmoids_.probabilities(margins)

    def predict(self, texts: Iterable[str]) -> npt.NDArray[np.object_]:
        """Return the most probable topic of each text.

        Parameters
        ----------
        texts : list or Series of str of shape (n_texts,)
            Texts.

        Returns
        -------
        ndarray of str of shape (n_texts,)
            Topics.
        """
        best = self.predict_proba(texts).argmax(axis=1)
        return np.asarray(self.classes_[best])

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags

    def _check_parameters(self) -> None:
        for name, lowest, remedy in (
            ("C", 0, "Write 0.3 for the usual one."),
            ("min_df", 0, "Write 1 to keep every n-gram."),
            ("calibration_folds", 1, "Write 3 for the usual number."),
        ):
            value = getattr(self, name)
            if not value > lowest:
                raise ParameterError(
                    "parameter_range",
                    name=name,
                    allowed=f"above {lowest}",
                    value=value,
                    remedy=remedy,
                )

    def _make_features(self, n_texts: int) -> FeatureUnion:
        min_df = self.min_df if n_texts >= _MIN_TEXTS_TO_PRUNE else 1
        shared = {"lowercase": False, "sublinear_tf": True, "min_df": min_df}
        words = TfidfVectorizer(ngram_range=(1, 2), token_pattern=rf"{NUMBER}|\b\w\w+\b", **shared)
        characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), **shared)
        return FeatureUnion([("words", words), ("characters", characters)])

    def _fit_features(self, read: npt.NDArray[np.object_]) -> csr_matrix:
        try:
            return self.features_.fit_transform(read).tocsr()
        except ValueError as error:
            raise ParameterError(
                "parameter_range",
                name="texts",
                allowed=f"texts that share words ({error})",
                value=read[0],
                remedy="Give texts with words, or lower `min_df`.",
            ) from error

    def _fit_weights(self, x: csr_matrix, class_of: npt.NDArray[np.int64]) -> tuple[Floats, Floats]:
        """Fit one SVM a class; a class that is absent gets NaN."""
        seed = np.random.RandomState(self.random_state).randint(2**31 - 1)
        svm = LinearSVC(C=self.C, tol=_TOLERANCE, random_state=seed).fit(x, class_of)
        coef, intercept = svm.coef_, svm.intercept_
        if len(svm.classes_) == 2:  # noqa: PLR2004 - scikit-learn then keeps one row
            coef, intercept = np.vstack([-coef, coef]), np.concatenate([-intercept, intercept])
        n_classes = len(self.classes_)
        weights = np.full((n_classes, x.shape[1]), np.nan)
        shifts = np.full(n_classes, np.nan)
        weights[svm.classes_], shifts[svm.classes_] = coef, intercept
        return weights, shifts

    def _held_out_margins(
        self, x: csr_matrix, class_of: npt.NDArray[np.int64], units: npt.NDArray[np.object_]
    ) -> Floats:
        rng = np.random.default_rng(self.random_state)
        folds = split_folds(self.classes_[class_of], units, self.calibration_folds, rng)
        margins = np.full((x.shape[0], len(self.classes_)), np.nan)
        for fold in range(self.calibration_folds):
            held = folds == fold
            if held.any() and len(set(class_of[~held])) > 1:
                weights, shifts = self._fit_weights(x[~held], class_of[~held])
                margins[held] = x[held] @ weights.T + shifts
        if np.isnan(margins).all():  # too few texts to hold any out
            weights, shifts = self._fit_weights(x, class_of)
            margins = x @ weights.T + shifts
        return margins

    def _margins(self, texts: Iterable[str]) -> Floats:
        check_is_fitted(self)
        read = [normalise_text(text) for text in as_strings(texts, "texts")]
        if not read:
            return np.empty((0, len(self.classes_)))
        return np.asarray(self.features_.transform(read) @ self.coef_.T + self.intercept_)
