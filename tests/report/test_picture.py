"""A picture inside a page."""

import base64

from lapor_lab.report.picture import draw_picture


def test_picture_is_a_drawing_of_its_size_and_stable() -> None:
    """The source decodes to an SVG of the asked size, and drawing twice gives the same bytes."""
    first, second = (
        draw_picture(
            lambda ax: ax.plot([0, 1], [0, 1]), width_inches=4, height_inches=2, alt="Garis naik."
        )
        for _ in range(2)
    )

    kind, data = first.source.split(",")
    svg = base64.b64decode(data).decode("utf-8")
    assert kind == "data:image/svg+xml;base64"
    assert 'width="288pt" height="144pt"' in svg
    assert first.source == second.source
    assert first.alt == "Garis naik."


def test_a_sign_that_no_font_has_is_no_warning() -> None:
    """A name in another script, or an emoji, draws a box and says nothing on the screen."""
    picture = draw_picture(
        lambda ax: ax.set_title("Kota \U0001f600 \U000c13c7"),
        width_inches=4,
        height_inches=2,
        alt="",
    )
    assert picture.source.startswith("data:image/svg+xml;base64,")
