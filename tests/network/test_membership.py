"""From an application or an invitation to a membership, and what ends it."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client

from network.membership import verbs
from network.membership.invitations import invite
from network.membership.models import Invitation, Membership, MembershipEvent, today
from network.membership.queries import current_members
from network.membership.rules import NotPossible
from tests.network.conftest import PASSWORD
from tests.network.test_sign_in import APPLICATION

YESTERDAY, TOMORROW = (today() + datetime.timedelta(days=days) for days in (-1, 1))


@pytest.fixture
def officer(person: Callable) -> User:
    return person("officer", groups=("Membership officers",))


@pytest.fixture
def member(person: Callable) -> User:
    user = person("mariam")
    verbs.admit(user, reason="")
    return user


@pytest.fixture
def applicant(person: Callable) -> User:
    user = person("amina")
    verbs.apply(user, organisation="Studies", statement="To learn.", language="fr", sponsor=None)
    return user


def is_member(user: User) -> bool:
    return user.groups.filter(name="Members").exists()


def told() -> dict[str, list[str]]:
    """Subjects by person."""
    found: dict[str, list[str]] = {}
    for sent in mail.outbox:
        found.setdefault(sent.to[0].partition("@")[0], []).append(sent.subject)
    mail.outbox.clear()
    return found


def act(client: Client, user: User, verb: str, **said: object) -> object:
    return client.post(f"/admin/members/{Membership.objects.get(user=user).pk}/{verb}/", said)


def test_an_application_becomes_a_membership(
    client: Client, officer: User, sign_in: Callable, django_capture_on_commit_callbacks: Callable
) -> None:
    visitor = Client()
    visitor.post("/fr/account/signup/", {**APPLICATION, "email": "amina@example.org"})
    user = User.objects.get(email="amina@example.org")
    assert not is_member(user)
    (confirmation,) = mail.outbox
    link = re.search(r"http://127.0.0.1:8000(/fr/account/confirm-email/\S+)", confirmation.body)[1]
    sign_in(officer)
    act(client, user, "accept", until=str(TOMORROW))
    assert not is_member(user)

    mail.outbox.clear()
    assert visitor.get(link).status_code == 200
    assert told() == {}
    visitor.post(link)
    assert told() == {
        "amina": ["Votre candidature est arrivée"],
        "officer": ["An application for membership"],
    }
    with django_capture_on_commit_callbacks(execute=True):
        assert act(client, user, "accept", until=str(TOMORROW), reason="Known to us").status_code == 302
    assert is_member(user)
    assert Membership.objects.get(user=user).until == TOMORROW
    assert told() == {"amina": ["Vous êtes membre"], "officer": ["A member was accepted"]}
    log = [(e.verb, e.before, e.after, e.reason, e.actor_name) for e in MembershipEvent.objects.all()]
    assert log == [
        ("apply", "", "applied", "", "Amina Diallo"),
        ("accept", "applied", "member", "Known to us", "Officer Example"),
    ]
    page = client.get(f"/admin/members/inspect/{Membership.objects.get().pk}/").content.decode()
    assert "Known to us" in page
    assert "/suspend/" in page
    assert "/refuse/" not in page


def test_a_refusal_says_why(
    client: Client, officer: User, applicant: User, sign_in: Callable, django_capture_on_commit_callbacks: Callable
) -> None:
    sign_in(officer)
    assert "Say why" in act(client, applicant, "refuse").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        act(client, applicant, "refuse", reason="Outside our field")
    assert Membership.objects.get().state == "refused"
    assert "Outside our field" in mail.outbox[0].body


def test_a_suspension_counts_at_the_next_request(
    client: Client, officer: User, member: User, sign_in: Callable
) -> None:
    theirs = sign_in(member, Client())
    sign_in(officer)
    assert is_member(member)
    act(client, member, "suspend", reason="Under inquiry")
    assert not is_member(member)
    assert "Under inquiry" in theirs.get("/en/account/").content.decode()
    act(client, member, "restore")
    assert is_member(member)


def test_a_passed_date_counts_at_the_next_request(member: User, sign_in: Callable, client: Client) -> None:
    sign_in(member)
    Membership.objects.update(until=today())
    client.get("/en/account/")
    assert is_member(member)
    Membership.objects.update(until=YESTERDAY)
    assert not current_members().exists()
    assert "Ended" in client.get("/en/account/").content.decode()
    assert not is_member(member)
    assert list(MembershipEvent.objects.values_list("verb", "actor"))[-1] == ("end", None)


def test_an_extension_brings_a_member_back(member: User, officer: User) -> None:
    membership = Membership.objects.get()
    verbs.end(membership, actor=officer, reason="Left")
    assert not is_member(member)
    with pytest.raises(NotPossible):
        verbs.extend(membership, actor=officer, until=YESTERDAY)
    verbs.extend(membership, actor=officer, until=TOMORROW)
    assert is_member(member)


def test_a_named_sponsor_decides(
    client: Client, member: User, person: Callable, sign_in: Callable, django_capture_on_commit_callbacks: Callable
) -> None:
    applicant = person("amina")
    sign_in(applicant)
    said = {"organisation": "", "statement": "To learn.", "sponsor_email": "MARIAM@example.org"}
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/en/account/membership/apply/", said)
    assert told() == {
        "amina": ["Your application has been received"],
        "mariam": ["An application for membership"],
    }
    page = f"/en/account/membership/vouch/{Membership.objects.get(user=applicant).pk}/"
    assert client.get(page).status_code == 404
    stranger = person("stranger")
    verbs.admit(stranger, reason="")
    assert sign_in(stranger, Client()).get(page).status_code == 404
    sponsor = sign_in(member, Client())
    assert "Amina Example" in sponsor.get("/en/account/").content.decode()
    sponsor.post(page, {"accept": "1", "reason": "We worked together"})
    assert is_member(applicant)
    assert sponsor.get(page).status_code == 404


def test_a_sponsor_who_is_suspended_decides_nothing(member: User, person: Callable, officer: User) -> None:
    applicant = person("amina")
    membership = verbs.apply(applicant, organisation="", statement="…", language="en", sponsor=member)
    verbs.suspend(Membership.objects.get(user=member), actor=officer, reason="Under inquiry")
    with pytest.raises(PermissionDenied):
        verbs.accept(membership, actor=member, until=None)


def test_whom_one_names_as_sponsor_tells_nothing(person: Callable, member: User, client: Client) -> None:
    answers = set()
    for number, sponsor in enumerate(("mariam@example.org", "nobody@example.org")):
        said = {**APPLICATION, "email": f"a{number}@example.org", "sponsor_email": sponsor}
        response = Client().post("/en/account/signup/", said)
        answers.add((response.status_code, response["Location"]))
    assert len(answers) == 1


def test_nobody_decides_on_themselves_and_nobody_else_decides(
    client: Client, officer: User, applicant: User, person: Callable, sign_in: Callable
) -> None:
    own = verbs.apply(officer, organisation="", statement="…", language="en", sponsor=None)
    with pytest.raises(PermissionDenied):
        verbs.accept(own, actor=officer, until=None)
    sign_in(person("editor", groups=("Publishers",)))
    assert act(client, applicant, "accept").status_code == 302
    for address in ("/admin/members/", "/admin/members/invite/", f"/admin/members/inspect/{own.pk}/"):
        assert client.get(address).status_code in (302, 403), address
    assert not is_member(applicant)


def test_rows_are_changed_by_verbs_only(client: Client, applicant: User, admin_client: Client) -> None:
    pk = Membership.objects.get().pk
    for address in ("new/", f"edit/{pk}/", f"delete/{pk}/"):
        assert admin_client.get(f"/admin/members/{address}").status_code in (302, 404)
    assert admin_client.get("/admin/members/").status_code == 200
    assert admin_client.get("/admin/members/?q=amina").status_code == 200


def test_the_log_can_only_grow(applicant: User) -> None:
    event = MembershipEvent.objects.get()
    event.reason = "otherwise"
    for change in (
        event.save,
        event.delete,
        MembershipEvent.objects.all().delete,
        lambda: MembershipEvent.objects.update(reason="otherwise"),
        lambda: MembershipEvent.objects.bulk_update([event], ["reason"]),
    ):
        with pytest.raises(TypeError):
            change()


@pytest.fixture
def invitation_link(
    client: Client, officer: User, sign_in: Callable, django_capture_on_commit_callbacks: Callable
) -> Callable[[str], str]:
    def send(email: str) -> str:
        sign_in(officer)
        said = {"email": email, "name": "Amina Diallo", "language": "ar", "until": str(TOMORROW)}
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post("/admin/members/invite/", said).status_code == 302
        sent = next(each for each in mail.outbox if each.to == [email])
        mail.outbox.clear()
        return re.search(r"http://127.0.0.1:8000(/ar/account/invitation/\S+)", sent.body)[1]

    return send


def test_an_invitation_works_once(invitation_link: Callable, django_capture_on_commit_callbacks: Callable) -> None:
    link = invitation_link("amina@example.org")
    visitor = Client()
    assert visitor.get(link).status_code == visitor.get(link).status_code == 200
    said = {"first_name": "Amina", "last_name": "Diallo", "password": PASSWORD}
    assert visitor.post(link, {**said, "password": "short"}).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        visitor.post(link, said)
    user = User.objects.get(email="amina@example.org")
    assert is_member(user)
    assert visitor.get("/ar/account/").status_code == 200
    assert told()["officer"] == ["An invitation was taken up"]
    assert Client().get(link).status_code == 404


def test_a_link_that_was_replaced_or_is_too_old_is_closed(invitation_link: Callable) -> None:
    first = invitation_link("amina@example.org")
    second = invitation_link("amina@example.org")
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    Invitation.objects.all().update(expires_at="2020-01-01T00:00Z")
    assert Client().get(second).status_code == 404


def test_an_invitation_to_an_account_asks_its_owner_to_sign_in(
    invitation_link: Callable, person: Callable, sign_in: Callable
) -> None:
    owner, other = person("amina"), person("other")
    link = invitation_link(owner.email)
    assert "/ar/account/login/?next=" in Client().get(link).content.decode()
    sign_in(other, visitor := Client())
    visitor.post(link)
    assert not is_member(other)
    sign_in(owner, visitor := Client())
    visitor.post(link)
    assert is_member(owner)


def test_an_invitation_that_is_withdrawn_is_closed(invitation_link: Callable, officer: User) -> None:
    link = invitation_link("amina@example.org")
    verbs.end(Membership.objects.get(), actor=officer, reason="A mistake")
    assert Client().get(link).status_code == 404


def test_only_the_digest_of_a_link_is_kept(invitation_link: Callable) -> None:
    token = invitation_link("amina@example.org").rstrip("/").rpartition("/")[2]
    assert len(token) == 43
    assert token not in str(list(Invitation.objects.values()))


def test_no_member_is_invited_again(member: User, officer: User) -> None:
    with pytest.raises(NotPossible):
        invite(email=member.email, name="Mariam", language="en", actor=officer)
    with pytest.raises(PermissionDenied):
        invite(email="x@example.org", name="X", language="en", actor=member)


def test_a_command_tells_members_whose_day_has_passed(
    member: User, django_capture_on_commit_callbacks: Callable
) -> None:
    Membership.objects.update(until=YESTERDAY)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("end_memberships")
        call_command("end_memberships")
    assert not is_member(member)
    assert told() == {"mariam": ["Your membership has ended"]}


def test_links_are_not_guessed(homes: dict) -> None:
    answers = [Client().get(f"/en/account/invitation/guess-{number}/").status_code for number in range(21)]
    assert answers[19:] == [404, 429]


def test_names_carry_no_address_into_mails(homes: dict) -> None:
    said = {**APPLICATION, "email": "x@example.org", "first_name": "Win at evil.example"}
    page = Client().post("/en/account/signup/", said).content.decode()
    assert "A name without an address, please." in page
    assert mail.outbox == []


def test_whoever_applies_though_invited_takes_up_the_invitation(
    invitation_link: Callable, django_capture_on_commit_callbacks: Callable
) -> None:
    """One row for one person, and nobody vets twice; a stranger who names the invited address gains nothing."""
    link = invitation_link("amina@example.org")
    visitor = Client()
    visitor.post("/en/account/signup/", {**APPLICATION, "email": "Amina@example.org"})
    user = User.objects.get(email="amina@example.org")
    assert not is_member(user)
    assert Client().get(link).status_code == 200
    confirmation = re.search(r"http://127.0.0.1:8000(/en/account/confirm-email/\S+)", mail.outbox[-1].body)[1]
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        visitor.post(confirmation)

    assert is_member(user)
    assert list(Membership.objects.values_list("user", "state", "until")) == [(user.pk, "member", TOMORROW)]
    assert told() == {"amina": ["You are a member"], "officer": ["An invitation was taken up"]}
    assert Client().get(link).status_code == 404


def test_an_account_that_was_invited_before_it_was_made_applies(
    invitation_link: Callable, person: Callable, sign_in: Callable
) -> None:
    invitation_link("amina@example.org")
    sign_in(applicant := person("amina"), visitor := Client())

    visitor.post("/en/account/membership/apply/", {"statement": "To learn.", "organisation": "", "sponsor_email": ""})

    assert list(Membership.objects.values_list("user", "state")) == [(applicant.pk, "member")]


def test_an_application_that_was_there_first_is_vetted(homes: dict, invitation_link: Callable) -> None:
    visitor = Client()
    visitor.post("/en/account/signup/", {**APPLICATION, "email": "amina@example.org"})
    confirmation = re.search(r"http://127.0.0.1:8000(/en/account/confirm-email/\S+)", mail.outbox.pop().body)[1]
    invitation_link("amina@example.org")

    assert visitor.post(confirmation).status_code == 302

    assert Membership.objects.get(user__email="amina@example.org").state == "applied"
