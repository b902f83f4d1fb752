"""Settings whose effect shows on a page."""

from __future__ import annotations

import pytest
from tests.lab.browsers import until

pytestmark = pytest.mark.browser

OTHER = "+39 06 6982 1234"


@pytest.mark.proves("enabled")
def test_off_there_are_no_links(person):
    sure = person.sees()
    person.sees_links(sure)
    person.wants(enabled=False)
    person.sees_links()


@pytest.mark.proves("defaultRegion")
@pytest.mark.parametrize(("region", "number"), [("DE", "+4930901820"), ("IT", "+39030901820")])
def test_a_national_number_is_of_the_region(person, region, number):
    person.wants(defaultRegion=region)
    person.sees("<p>Telephone: 030 901820</p>", sure=False)
    until(lambda: [link["e164"] for link in person.browser.numbers()] == [number], say=number)


@pytest.mark.proves("sensitivity")
def test_eager_links_what_has_no_sign_of_a_number(person):
    for sensitivity in ("balanced", "eager"):
        person.wants(defaultRegion="US", sensitivity=sensitivity)
        sure = person.sees("<p>4155550132</p>")
        person.sees_links(sure, *(["4155550132"] if sensitivity == "eager" else []))


@pytest.mark.proves("mark")
def test_each_mark_is_painted(person):
    for mark in ("solid", "none", "dotted"):
        person.wants(mark=mark)
        person.sees_links(person.sees())
        wanted = [] if mark == "none" else [f"click-to-call-{mark}"]
        until(lambda wanted=wanted: person.browser.js("() => [...CSS.highlights.keys()]") == wanted, say=f"mark {mark}")


@pytest.mark.proves("adoptLinks")
def test_a_click_on_the_pages_own_call_link_is_ours_or_the_pages(person):
    for adopt in (True, False):
        person.wants(adoptLinks=adopt)
        number = person.number()
        sure = person.sees(f'<p><a href="tel:{number}">Reception</a></p><script>addEventListener("click", event => {{'
                           " document.title = `handled: ${event.defaultPrevented}`; event.preventDefault(); });</script>")
        until(lambda sure=sure: sure in [link["text"] for link in person.browser.numbers()], say=sure)
        person.browser.click_text("Reception")
        if adopt:
            assert person.phone.wait() == [f"webextel:{number}"]
        else:
            until(lambda: person.browser.js("() => document.title") == "handled: false", say="the page got the click")


@pytest.mark.proves("respectOptOut")
def test_a_page_that_wants_no_links(person):
    person.wants(respectOptOut=False)
    person.sees_links(person.sees(head='<meta name="format-detection" content="telephone=no">'))
    person.wants(respectOptOut=True)
    person.sees_links()


@pytest.mark.proves("blockedSites")
def test_a_blocked_site(person):
    person.sees_links(person.sees())
    person.wants(blockedSites=["127.0.0.1"])
    person.sees_links()


@pytest.mark.proves("allowedSites")
def test_allowed_sites_alone(person):
    person.wants(allowedSites=["127.0.0.1"])
    person.sees_links(person.sees())
    person.wants(allowedSites=["elsewhere.example"])
    person.sees_links()


@pytest.mark.proves("excludedNumbers")
def test_an_excluded_number_is_no_link(person):
    sure = person.sees(f"<p>Telephone: {OTHER}</p>")
    person.sees_links(sure, OTHER)
    person.wants(excludedNumbers=["+39066982*"])
    person.sees_links(sure)
