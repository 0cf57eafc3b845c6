"""Where steps of a process map stand, and how its edges run."""

import numpy as np

from lapor_lab.plots.map_layout import BOX, place_activities, route_edges
from lapor_lab.schema import Activity

WORKFLOW = [
    (Activity.SUBMIT, Activity.VERIFY),
    (Activity.VERIFY, Activity.DISPOSE),
    (Activity.DISPOSE, Activity.FOLLOW_UP),
    (Activity.FOLLOW_UP, Activity.CLOSE_BY_SYSTEM),
    (Activity.CLOSE_BY_SYSTEM, Activity.RATE),
]


def covers(points: np.ndarray, place: tuple[float, float]) -> bool:
    """Tell whether a way runs through a box."""
    return bool((np.abs(points - place) < np.array(BOX) / 2).all(axis=1).any())


def test_every_activity_has_a_place_of_its_own() -> None:
    """The whole vocabulary is laid out without two steps on one spot."""
    places = place_activities([(name.value, name.value) for name in Activity])

    assert len(set(places.values())) == len(Activity)


def test_the_straight_way_runs_left_to_right() -> None:
    """Steps of the official workflow stand on one row, each to the right of the one before."""
    places = place_activities(WORKFLOW)

    assert [place[0] for place in places.values()] == [0, 1, 2, 3, 4, 5]
    assert {place[1] for place in places.values()} == {0}


def test_unknown_steps_stand_near_their_neighbours() -> None:
    """A step of another log stands above the workflow, and two of them not on one spot."""
    places = place_activities(
        [*WORKFLOW, ("Verifikasi", "Rapat"), ("Rapat", "Disposisi"), ("Telaah", "Disposisi")]
    )

    assert places["Rapat"] == (2.0, 2.0)
    assert places["Telaah"] == (3.0, 2.0)


def test_a_foreign_log_is_laid_out_in_order_of_mention() -> None:
    """Where no step is known they follow their first mention, six in a row."""
    places = place_activities([(str(n), str(n + 1)) for n in range(7)])

    assert places["5"] == (5.0, 0.0)
    assert places["6"] == (0.0, -1.0)


def test_edges_pass_the_boxes_between_their_ends() -> None:
    """An edge that skips steps runs around them."""
    edges = [*WORKFLOW, (Activity.VERIFY, Activity.CLOSE_BY_SYSTEM)]
    places = place_activities(edges)

    route = route_edges(edges, places)[-1]

    for name in (Activity.DISPOSE, Activity.FOLLOW_UP):
        assert not covers(route.points, places[name])


def test_edges_begin_and_end_outside_their_boxes() -> None:
    """No edge runs within a box, its own ones included."""
    edges = [*WORKFLOW, (Activity.DISPOSE, Activity.RETURN), (Activity.RETURN, Activity.DISPOSE)]
    places = place_activities(edges)

    for route in route_edges(edges, places):
        assert not any(covers(route.points, place) for place in places.values())


def test_steps_back_are_told_from_steps_forward() -> None:
    """Back is an earlier step of the workflow, also in one column, and the same step again."""
    edges = [
        (Activity.VERIFY, Activity.HOLD),
        (Activity.HOLD, Activity.VERIFY),
        (Activity.FOLLOW_UP, Activity.FOLLOW_UP),
        (Activity.RATE, Activity.FOLLOW_UP),
        ("Rapat", Activity.FOLLOW_UP),
    ]

    routes = route_edges(edges, place_activities(edges))

    assert [route.is_back for route in routes] == [False, True, True, True, False]


def test_texts_of_a_pair_do_not_lie_on_one_another() -> None:
    """There and back have their numbers at different places."""
    edges = [(Activity.FOLLOW_UP, Activity.REPLY), (Activity.REPLY, Activity.FOLLOW_UP)]

    there, back = route_edges(edges, place_activities(edges))

    assert np.hypot(*np.subtract(there.label_at, back.label_at)) > 0.19
