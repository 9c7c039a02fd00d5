"""What the desk's own templates ask: how a cell of the grid is named and where it leads."""

from django import template

from pages.desk.grid import STATE_NAMES, cell_action
from pages.queries.translation_status import Cell, Row, State

register = template.Library()


@register.filter
def state_name(state: State) -> str:
    return str(STATE_NAMES[state])


@register.simple_tag
def action_of(row: Row, cell: Cell, can_translate: bool) -> tuple[str, str] | None:
    return cell_action(row, cell, can_translate=can_translate)
