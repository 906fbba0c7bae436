package org.gridclear.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Members confirm, are silent or dispute; the exchange answers. */
final class Disputes {
  static final String METERED = "MUS00007";
  private static final int CALLERS = 4;
  private static final int INTERVALS = 96;
  private static final int CONFIRM_DAYS = 3;
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);

  private final MonthPlace place;
  private final Calls calls;
  private final People people;
  private final Publishing publishing;
  private final long month;

  Disputes(MonthPlace place, Calls calls, People people, Publishing publishing, long month) {
    this.place = place;
    this.calls = calls;
    this.people = people;
    this.publishing = publishing;
    this.month = month;
  }

  /** Statements of a publication as the clerk sees them, by member. */
  Map<String, JsonNode> statements(long publication) {
    Map<String, JsonNode> found = new HashMap<>();
    for (JsonNode row : calls.get("statements", people.clerk())) {
      if (row.get("publication").asLong() == publication) {
        found.put(row.get("member").asString(), row);
        calls.seen(row.get("state").asString());
      }
    }
    return found;
  }

  private static JsonNode row(Map<String, JsonNode> statements, String member) {
    return Objects.requireNonNull(statements.get(member), member);
  }

  private void state(String member, long publication, String state) {
    String is = "none";
    for (JsonNode row : calls.get("statements", people.of(member))) {
      if (row.get("publication").asLong() == publication) {
        is = row.get("state").asString();
      }
      calls.require(row.get("member").asString().equals(member), "%s sees another's", member);
    }
    calls.seen(is);
    calls.require(is.equals(state), "%s of %d is %s, not %s", member, publication, is, state);
  }

  private static String entity(String member) {
    return member.substring(1);
  }

  private String claim(String member, String item, boolean nextPeriod) {
    return Calls.json(
        "publication",
        month,
        "member",
        member,
        "date",
        SECOND.toString(),
        "entity",
        entity(member),
        "item",
        item,
        "claim",
        "read wrongly",
        "papers",
        Map.of("note.txt", "bm90ZQ=="),
        "nextPeriod",
        nextPeriod);
  }

  private long file(String member) {
    long number =
        calls
            .done("POST", "disputes", people.of(member), claim(member, "DEVIATION", false))
            .get("number")
            .asLong();
    disputed(member, number, "SUBMITTED");
    return number;
  }

  private Optional<JsonNode> dispute(String member, long number) {
    return StreamSupport.stream(calls.get("disputes", people.of(member)).spliterator(), false)
        .filter(row -> row.get("number").asLong() == number)
        .findFirst();
  }

  private String outcome(String member, long number) {
    return dispute(member, number).map(row -> row.get("outcome").asString()).orElse("");
  }

  private void disputed(String member, long number, String state) {
    String is =
        dispute(member, number)
            .map(row -> row.get("state").asString() + " " + row.get("outcome").asString())
            .orElse("none")
            .strip();
    calls.seen(is);
    calls.require(is.equals(state), "dispute %d is %s, not %s", number, is, state);
  }

  /** Nobody sees, confirms or disputes what is another's. */
  void strangers(List<String> members) {
    for (int m = 0; m < members.size(); m++) {
      String own = people.of(members.get(m));
      String other = members.get((m + 1) % members.size());
      String statement = "statements/%d/%s/".formatted(month, other);
      calls.refused(404, "no statement", "GET", statement + "lines", own);
      calls.refused(404, "no statement", "GET", statement + "bundle", own);
      calls.refused(404, "no statement", "POST", statement + "confirmation", own);
      calls.refused(404, "no statement", "POST", "disputes", own, claim(other, "DEVIATION", false));
      String sums = "sums?from=2026-10-01&to=2026-10-02&member=" + other;
      calls.require(calls.get(sums, own).isEmpty(), "%s has sums of %s", members.get(m), other);
      state(members.get(m), month, "UNCONFIRMED");
    }
  }

  /**
   * The four that dispute: of a meter, granted; withdrawn; denied, refused and denied again;
   * granted with exceptions.
   */
  List<String> disputing() {
    List<String> users =
        people.without(List.of(METERED)).stream()
            .filter(member -> member.startsWith("MUS"))
            .limit(3)
            .toList();
    List<String> all = new ArrayList<>(List.of(METERED));
    all.addAll(users);
    return all;
  }

  /** Until the end of the third working day; returns the publication of the updated statements. */
  long run(LocalDate published) {
    List<String> four = disputing();
    List<Long> numbers = four.stream().map(this::file).toList();
    refusals(four.get(0), numbers.get(0));
    List<String> others = people.without(four);
    List<String> loud = others.subList(0, others.size() / 2);
    burst(loud);
    answers(four, numbers);
    silence(published, four, others);
    return update(four, numbers);
  }

  private void refusals(String member, long dispute) {
    String own = people.of(member);
    String stranger = people.of(people.without(List.of(member)).get(0));
    String claim = claim(member, "DEVIATION", false);
    calls.refused(409, "open already", "POST", "disputes", own, claim);
    calls.refused(403, "", "POST", "disputes", people.clerk(), claim);
    calls.refused(400, "must be one of", "POST", "disputes", own, claim(member, "NONE", false));
    calls.refused(409, "in this period", "POST", "disputes", own, claim(member, "RT_ENERGY", true));
    String confirm = "statements/%d/%s/confirmation".formatted(month, member);
    calls.refused(409, "DISPUTED", "POST", confirm, own);
    String reason = Calls.json("reason", "no");
    String at = "disputes/" + dispute;
    calls.refused(404, "no dispute", "POST", at + "/withdrawal", stranger, reason);
    calls.refused(404, "no dispute", "GET", at + "/papers/note.txt", stranger);
    calls.refused(403, "", "POST", at + "/taking", own);
    calls.refused(409, "no answer", "POST", at + "/refusal", own, reason);
    String answer = Calls.json("outcome", "DENIED", "words", "no");
    calls.refused(409, "IN_PROCESS", "POST", at + "/answer", people.clerk(), answer);
    calls.require(calls.text(at + "/papers/note.txt", own).equals("note"), "the paper is another");
  }

  /** Many confirm at once, and the server is killed meanwhile. */
  private void burst(List<String> loud) {
    CountDownLatch some = new CountDownLatch(Math.max(1, loud.size() / 3));
    List<Thread> threads = new ArrayList<>();
    for (int c = 0; c < CALLERS; c++) {
      int from = c;
      Thread thread =
          new Thread(
              () -> {
                for (int m = from; m < loud.size(); m += CALLERS) {
                  confirm(loud.get(m));
                  some.countDown();
                }
              });
      thread.start();
      threads.add(thread);
    }
    try {
      some.await();
      place.kill();
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Map<String, JsonNode> now = statements(month);
    for (String member : loud) {
      calls.require(
          row(now, member).get("confirmedBy").asString().equalsIgnoreCase(member),
          "the confirmation of %s is lost",
          member);
    }
  }

  /** Whoever was cut off does it again; it was done or it is done now. */
  private void confirm(String member) {
    String path = "statements/%d/%s/confirmation".formatted(month, member);
    int code = calls.call("POST", path, people.of(member)).statusCode();
    calls.require(code == 200 || code == 409, "%s could not confirm: %d", member, code);
    calls.refused(409, "CONFIRMED", "POST", path, people.of(member));
  }

  private void take(String member, long dispute) {
    calls.done("POST", "disputes/" + dispute + "/taking", people.clerk());
    String again = outcome(member, dispute);
    disputed(member, dispute, ("IN_PROCESS " + again).strip());
  }

  private void answer(String member, long dispute, String outcome) {
    publishing.approved(
        "disputes/" + dispute + "/answer", Calls.json("outcome", outcome, "words", "so it is"));
    disputed(member, dispute, "ANSWERED " + outcome);
  }

  private void answers(List<String> four, List<Long> numbers) {
    String reason = Calls.json("reason", "no");
    String second = "disputes/" + numbers.get(1);
    calls.done("POST", second + "/withdrawal", people.of(four.get(1)), reason);
    disputed(four.get(1), numbers.get(1), "WITHDRAWN");
    calls.refused(409, "cannot be taken", "POST", second + "/taking", people.clerk());
    state(four.get(1), month, "UNCONFIRMED");
    for (int d : new int[] {0, 2, 3}) {
      take(four.get(d), numbers.get(d));
    }
    place.kill();
    answer(four.get(0), numbers.get(0), "GRANTED");
    answer(four.get(2), numbers.get(2), "DENIED");
    answer(four.get(3), numbers.get(3), "GRANTED_WITH_EXCEPTIONS");
    String third = "disputes/" + numbers.get(2) + "/refusal";
    calls.refused(
        409,
        "was granted",
        "POST",
        "disputes/" + numbers.get(0) + "/refusal",
        people.of(four.get(0)),
        reason);
    calls.done("POST", third, people.of(four.get(2)), reason);
    disputed(four.get(2), numbers.get(2), "REFUSED DENIED");
    take(four.get(2), numbers.get(2));
  }

  private void silence(LocalDate published, List<String> four, List<String> others) {
    String quiet = others.get(others.size() - 1);
    LocalDate deadline = WorkDays.after(published, CONFIRM_DAYS);
    place.at(deadline.plusDays(1).atStartOfDay().minusNanos(1_000_000));
    state(quiet, month, "UNCONFIRMED");
    place.at(deadline.plusDays(1).atStartOfDay());
    state(quiet, month, "CONFIRMED");
    state(four.get(1), month, "CONFIRMED");
    String own = people.of(quiet);
    String path = "statements/%d/%s/confirmation".formatted(month, quiet);
    calls.refused(409, "CONFIRMED", "POST", path, own);
    calls.refused(409, "next period", "POST", "disputes", own, claim(quiet, "DEVIATION", false));
    calls.done("POST", "disputes", own, claim(quiet, "DEVIATION", true));
    state(quiet, month, "CONFIRMED");
    for (int d : new int[] {0, 2, 3}) {
      state(four.get(d), month, "DISPUTED");
    }
  }

  private long update(List<String> four, List<Long> numbers) {
    answer(four.get(2), numbers.get(2), "DENIED");
    String reason = Calls.json("reason", "no");
    calls.refused(
        409,
        "final",
        "POST",
        "disputes/" + numbers.get(2) + "/refusal",
        people.of(four.get(2)),
        reason);
    calls.refused(
        409,
        "could be refused until",
        "POST",
        "disputes/" + numbers.get(3) + "/refusal",
        people.of(four.get(3)),
        reason);
    state(four.get(2), month, "UNCONFIRMED");
    calls.refused(409, "does not correct", "POST", "publications", people.clerk(), updated("v1"));
    try {
      place.correct();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    place.kill();
    long update = publishing.approved("publications", updated("v2"));
    for (int d : new int[] {0, 3}) {
      state(four.get(d), month, "REPLACED");
      state(four.get(d), update, "UNCONFIRMED");
    }
    String path = "statements/%d/%s/confirmation".formatted(update, four.get(0));
    calls.done("POST", path, people.of(four.get(0)));
    state(four.get(0), update, "CONFIRMED");
    effects(update);
    return update;
  }

  /** Thirteen months later the details are there; two years later nothing is disputed any more. */
  void later(String member) {
    String own = people.of(member);
    place.at(SECOND.plusMonths(14).atTime(9, 0));
    String intervals = "statements/%d/%s/intervals?entity=%s&date=%s";
    JsonNode rows = calls.get(intervals.formatted(month, member, entity(member), SECOND), own);
    calls.require(rows.size() > INTERVALS, "%d lines of intervals are left", rows.size());
    String sums = "sums?member=%s&from=%s&to=%s";
    calls.require(
        !calls.get(sums.formatted(member, SECOND, SECOND.plusDays(1)), own).isEmpty(),
        "the sums are gone");
    place.at(SECOND.plusMonths(26).atTime(9, 0));
    calls.refused(409, "two years", "POST", "disputes", own, claim(member, "RT_ENERGY", true));
  }

  private String updated(String close) {
    return Calls.json("kind", "UPDATE", "of", month, "close", close);
  }

  /** (70): what was settled and what is held in suspense are 0; each sees its own effect alone. */
  private void effects(long update) {
    Map<String, BigDecimal> changes = new HashMap<>();
    for (JsonNode row : calls.get("effects/" + update, people.clerk())) {
      changes.merge(
          row.get("member").asString(),
          new BigDecimal(row.get("changeYuan").asString()),
          BigDecimal::add);
    }
    calls.require(changes.containsKey(METERED), "the meter changes nothing");
    for (String member : changes.keySet().stream().sorted().limit(20).toList()) {
      BigDecimal own = BigDecimal.ZERO;
      for (JsonNode row : calls.get("effects/" + update, people.of(member))) {
        calls.require(row.get("member").asString().equals(member), "%s sees others", member);
        own = own.add(new BigDecimal(row.get("changeYuan").asString()));
      }
      calls.require(own.compareTo(changes.get(member)) == 0, "%s has another effect", member);
    }
    Map<String, JsonNode> before = statements(month);
    Map<String, JsonNode> after = statements(update);
    after.forEach(
        (member, row) ->
            calls.require(
                new BigDecimal(row(before, member).get("yuan").asString())
                        .add(changes.getOrDefault(member, BigDecimal.ZERO))
                        .compareTo(new BigDecimal(row.get("yuan").asString()))
                    == 0,
                "the updated statement of %s is not the first and its changes",
                member));
  }
}
