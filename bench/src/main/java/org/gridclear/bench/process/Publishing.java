package org.gridclear.bench.process;

import java.time.DayOfWeek;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/**
 * Days, weeks and the month are checked and published; what is too early or not ready is refused.
 */
final class Publishing {
  private static final String GOOD = found("PASSED", "QUALIFIED");
  private static final String APPROVED = Calls.json("decision", "approved");

  private final MonthPlace place;
  private final Calls calls;
  private final People people;
  private final LocalDate first;
  private final LocalDate last;

  Publishing(MonthPlace place, Calls calls, People people, LocalDate first, LocalDate last) {
    this.place = place;
    this.calls = calls;
    this.people = people;
    this.first = first;
    this.last = last;
  }

  private static String found(String check, String quality) {
    return Calls.json("check", check, "quality", quality);
  }

  static String wanted(String kind, LocalDate from, LocalDate to) {
    return Calls.json("kind", kind, "from", from.toString(), "to", to.toString(), "close", "v1");
  }

  private void check(LocalDate day, String found) {
    calls.done("POST", "days/" + day + "/check", people.clerk(), found);
  }

  /** Proposes an act, is refused to decide it, and lets the exchange approve it. */
  long approved(String path, String body) {
    long number = calls.done("POST", path, people.clerk(), body).get("number").asLong();
    decided(number);
    return number;
  }

  private void decided(long number) {
    String path = "proposals/%d/decision".formatted(number);
    calls.refused(409, "another account", "POST", path, people.clerk(), APPROVED);
    calls.done("POST", path, people.exchange(), APPROVED);
    calls.refused(409, "was approved", "POST", path, people.exchange(), APPROVED);
  }

  /** Publishes everything; returns the number of the publication of the month. */
  long run(String someMember) {
    early(someMember);
    LocalDate second = first.plusDays(1);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (day.equals(second.plusDays(2))) {
        late(second);
      }
      place.at(day.plusDays(1).atTime(10, 0));
      day(day);
      weekEnding(day.minusDays(2), someMember);
    }
    if (last.isBefore(second.plusDays(2))) {
      late(second);
    }
    place.at(last.plusDays(3).atTime(10, 0));
    weekEnding(last.minusDays(1), someMember);
    weekEnding(last, someMember);
    return month(someMember);
  }

  private void weekEnding(LocalDate end, String someMember) {
    boolean ends = end.equals(last) || end.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (end.isBefore(first) || !ends) {
      return;
    }
    LocalDate monday = end.with(DayOfWeek.MONDAY);
    LocalDate from = monday.isBefore(first) ? first : monday;
    String sums = "sums?member=%s&from=%s&to=%s".formatted(someMember, from, end);
    JsonNode before = calls.get(sums, people.of(someMember));
    approved("publications", wanted("WEEK", from, end));
    calls.require(
        before.equals(calls.get(sums, people.of(someMember))),
        "the week of %s is not the sum of its days",
        from);
    calls.require(task("week", from).equals("done settlement"), "week of %s is in time", from);
  }

  private void early(String someMember) {
    place.at(first.plusDays(1).atTime(8, 0));
    String second = "days/" + first.plusDays(1) + "/check";
    calls.refused(409, "not ended", "POST", second, people.clerk(), GOOD);
    calls.refused(403, "", "POST", second, people.of(someMember), GOOD);
    String month = wanted("MONTH", first, last);
    calls.refused(409, "not ended", "POST", "publications", people.clerk(), month);
    calls.refused(403, "", "POST", "publications", people.of(someMember), month);
    String day = wanted("DAY", first, first);
    calls.refused(409, "not checked", "POST", "publications", people.clerk(), day);
    calls.refused(403, "", "GET", "calendar?month=2026-10", people.of(someMember));
  }

  private void day(LocalDate day) {
    String body = wanted("DAY", day, day);
    if (day.equals(first.plusDays(2))) {
      check(day, found("FAILED", "UNQUALIFIED"));
      calls.refused(409, "failed", "POST", "publications", people.clerk(), body);
      check(day, found("PASSED", "TO_BE_VERIFIED"));
    } else {
      check(day, GOOD);
    }
    if (!day.equals(first.plusDays(1))) {
      approved("publications", body);
      calls.refused(409, "was published", "POST", "publications", people.clerk(), body);
    }
  }

  /** The second day was forgotten: the calendar says whose it is. */
  private void late(LocalDate second) {
    place.at(second.plusDays(3).atStartOfDay());
    calls.require(task("day", second).equals("open settlement"), "on its hour it is not late");
    place.at(second.plusDays(3).atTime(0, 1));
    calls.require(task("day", second).equals("late settlement"), "a minute later it is late");
    approved("publications", wanted("DAY", second, second));
    calls.require(task("day", second).equals("done late settlement"), "it was done late");
  }

  private String task(String task, LocalDate subject) {
    for (JsonNode row : calls.get("calendar?month=2026-10", people.clerk())) {
      if (row.get("task").asString().equals(task)
          && row.get("subject").asString().startsWith(subject.toString())) {
        return row.get("state").asString() + " " + row.get("owner").asString();
      }
    }
    return "none";
  }

  private long month(String someMember) {
    String body = wanted("MONTH", first, last);
    place.at(last.plusDays(4).atStartOfDay().minusSeconds(1));
    calls.refused(409, "TO_BE_VERIFIED", "POST", "publications", people.clerk(), body);
    check(first.plusDays(2), GOOD);
    long number = calls.done("POST", "publications", people.clerk(), body).get("number").asLong();
    calls.refused(409, "be decided first", "POST", "publications", people.clerk(), body);
    place.kill();
    decided(number);
    calls.require(task("month", first).equals("done settlement"), "the month is in time");
    calls.refused(409, "was published", "POST", "publications", people.clerk(), body);
    String sums = "sums?member=%s&from=%s&to=%s";
    calls.refused(
        409,
        "not published",
        "GET",
        sums.formatted(someMember, first, last.plusDays(1)),
        people.of(someMember));
    return number;
  }
}
