package org.gridclear.bench.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Invoices, money, a shortage, late fees, a default and its allocation, against own arithmetic. */
final class Money {
  private static final BigDecimal RATE = new BigDecimal("0.0005");
  private static final int DUE_DAYS = 5;
  private static final int SHORTAGE_DAYS = 3;
  private static final int LINES = 40;

  private final MonthPlace place;
  private final Calls calls;
  private final People people;
  private final TreeMap<String, BigDecimal> due = new TreeMap<>();
  private final TreeMap<String, BigDecimal> owed = new TreeMap<>();
  private LocalDate today;
  private int references;

  Money(MonthPlace place, Calls calls, People people, LocalDate today) {
    this.place = place;
    this.calls = calls;
    this.people = people;
    this.today = today;
    place.at(today.atTime(9, 0));
  }

  private void day(LocalDate date) {
    today = date;
    place.at(date.atTime(9, 0));
  }

  private static BigDecimal yuan(JsonNode row, String field) {
    return new BigDecimal(row.get(field).asString()).setScale(3, RoundingMode.UNNECESSARY);
  }

  private BigDecimal due(String member) {
    return Objects.requireNonNull(due.get(member), member);
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }

  private static BigDecimal part(BigDecimal of, String factor) {
    return of.multiply(new BigDecimal(factor)).setScale(3, RoundingMode.HALF_UP);
  }

  private void approved(String path, String body) {
    decided(calls.done("POST", path, people.clerk(), body).get("number"));
  }

  /** Proposed by the clerk, decided by the exchange and by nobody else, once. */
  private void decided(JsonNode number) {
    String decision = "payments/proposals/%d/decision".formatted(number.asLong());
    String approve = Calls.json("decision", "approved");
    calls.refused(409, "another account", "POST", decision, people.clerk(), approve);
    place.kill();
    calls.done("POST", decision, people.exchange(), approve);
    calls.refused(409, "was approved", "POST", decision, people.exchange(), approve);
  }

  /** The ledger is in balance, and each member's account is what its items say. */
  void balanced(String when) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : calls.get("payments/balances", people.clerk())) {
      sum = sum.add(yuan(row, "balanceYuan"));
    }
    calls.require(sum.signum() == 0, "%s: the ledger is out of balance by %s", when, sum);
  }

  private BigDecimal balance(String account) {
    for (JsonNode row : calls.get("payments/balances", people.clerk())) {
      if (row.get("account").asString().equals(account)) {
        return yuan(row, "balanceYuan");
      }
    }
    return BigDecimal.ZERO.setScale(3);
  }

  /**
   * Everything about money; returns who defaulted.
   *
   * @param update publication of the updated statements
   */
  String run(long update) {
    invoices();
    suspense(update);
    String defaulter = due.entrySet().stream().max(Map.Entry.comparingByValue()).get().getKey();
    List<String> payers = new ArrayList<>(due.keySet());
    payers.remove(defaulter);
    String late = payers.get(0);
    BigDecimal held = credit(defaulter, late);
    LocalDate dueDay = WorkDays.after(today, DUE_DAYS);
    receive(payers, defaulter, late);
    BigDecimal fee = lateFees(defaulter, late, dueDay);
    defaults(defaulter, held, fee);
    recovery(defaulter);
    pay();
    return defaulter;
  }

  private void invoices() {
    calls.refused(409, "not published", "POST", "payments/invoices?month=2026-09", people.clerk());
    int made = made();
    place.kill();
    calls.require(made() == 0, "invoices are made twice");
    for (JsonNode row : calls.get("payments/items", people.clerk())) {
      calls.require(row.get("kind").asString().equals("INVOICE"), "an item is no invoice");
      boolean collect = row.get("direction").asString().equals("collect");
      (collect ? due : owed).put(row.get("member").asString(), yuan(row, "yuan"));
    }
    calls.require(due.size() + owed.size() <= made, "more items than invoices");
    String some = due.firstKey();
    for (JsonNode row : calls.get("payments/items", people.of(some))) {
      calls.require(row.get("member").asString().equals(some), "%s sees others' items", some);
    }
    calls.refused(403, "", "GET", "payments/balances", people.of(some));
    balanced("invoiced");
  }

  private int made() {
    return calls
        .done("POST", "payments/invoices?month=2026-10", people.clerk())
        .get("made")
        .asInt();
  }

  private void guarantee(String member, String kind, BigDecimal yuan) {
    calls.done(
        "POST",
        "credit/guarantees",
        people.clerk(),
        Calls.json(
            "member",
            member,
            "kind",
            kind,
            "yuan",
            yuan.toPlainString(),
            "from",
            "2026-10-01",
            "note",
            "bench"));
  }

  private JsonNode position(String member) {
    JsonNode rows = calls.get("credit", people.of(member));
    calls.require(rows.size() == 1, "%s sees %d positions", member, rows.size());
    return rows.get(0);
  }

  /** T-01 to T-06: C and B of 1.2 and 1.0, multiple 1, maximum; returns cash of the defaulter. */
  private BigDecimal credit(String defaulter, String late) {
    String rating = Calls.json("rating", "C");
    approved("credit/ratings/" + defaulter, rating);
    approved("credit/ratings/" + late, Calls.json("rating", "B", "estimateYuan", "10"));
    calls.refused(
        400,
        "must be one of",
        "POST",
        "credit/ratings/" + late,
        people.clerk(),
        rating.replace("C", "Z"));
    BigDecimal cash = part(due(defaulter), "0.3");
    guarantee(defaulter, "CASH", cash);
    guarantee(defaulter, "UNSECURED", part(due(defaulter), "0.1"));
    BigDecimal required = part(due(defaulter), "1.2");
    BigDecimal held = cash.add(part(due(defaulter), "0.1"));
    JsonNode short1 = position(defaulter);
    calls.require(same(yuan(short1, "requiredYuan"), required), "required is not %s", required);
    calls.require(
        same(yuan(short1, "shortageYuan"), required.subtract(held)), "shortage is another");
    calls.require(
        same(yuan(short1, "uncoveredYuan"), due(defaulter).subtract(held)),
        "what is not covered is another");
    String told = calls.done("POST", "credit/telling", people.clerk()).toString();
    calls.require(told.contains(defaulter) && told.contains(late), "both are told: %s", told);
    place.kill();
    calls.require(calls.done("POST", "credit/telling", people.clerk()).isEmpty(), "told twice");
    guarantee(late, "BANK_GUARANTEE", due(late));
    calls.done("POST", "credit/telling", people.clerk());
    calls.require(position(late).get("deadline").asString().isEmpty(), "it was made good");
    LocalDate deadline = WorkDays.after(today, SHORTAGE_DAYS);
    LocalDate before = today;
    day(deadline);
    calls.require(yuan(position(defaulter), "penaltyYuan").signum() == 0, "a penalty in time");
    day(deadline.plusDays(2));
    BigDecimal penalty = required.subtract(held).multiply(RATE).setScale(3, RoundingMode.HALF_UP);
    calls.require(
        same(yuan(position(defaulter), "penaltyYuan"), penalty),
        "the penalty of a day is %s",
        penalty);
    today = before;
    balanced("secured");
    return cash;
  }

  private record Line(String member, BigDecimal yuan, LocalDate value, String way) {}

  /** Books lines in files, the server being killed after one, and each file twice. */
  private void book(List<Line> lines, boolean kill) {
    for (int from = 0; from < lines.size(); from += LINES) {
      StringBuilder file = new StringBuilder("reference,value,member,yuan,direction\n");
      List<Line> some = lines.subList(from, Math.min(lines.size(), from + LINES));
      for (Line line : some) {
        file.append(
            "R%d,%s,%s,%s,%s\n"
                .formatted(
                    ++references,
                    line.value(),
                    line.member(),
                    line.yuan().toPlainString(),
                    line.way()));
      }
      String body = Calls.json("file", file.toString());
      JsonNode once = calls.done("POST", "payments/bank", people.clerk(), body);
      if (kill && from == 0) {
        place.kill();
      }
      JsonNode again = calls.done("POST", "payments/bank", people.clerk(), body);
      int booked = once.get("received").asInt() + once.get("paid").asInt();
      calls.require(booked == some.size(), "%d of %d lines booked", booked, some.size());
      calls.require(again.get("known").asInt() == some.size(), "a file is booked twice");
    }
  }

  private void receive(List<String> payers, String defaulter, String late) {
    List<Line> lines = new ArrayList<>();
    for (String payer : payers) {
      if (!payer.equals(late)) {
        lines.add(new Line(payer, due(payer), today, "in"));
      }
    }
    lines.add(new Line(defaulter, part(due(defaulter), "0.2"), today, "in"));
    BigDecimal before = balance("bank");
    String wrong = "reference,value,member,yuan,direction\nX1,%s,%s,1,in\nX2,%s,nobody,1,in\n";
    calls.refused(
        400,
        "Nothing was booked",
        "POST",
        "payments/bank",
        people.clerk(),
        Calls.json("file", wrong.formatted(today, payers.get(0), today)));
    calls.require(same(balance("bank"), before), "a file is booked in part");
    book(lines, true);
    balanced("received");
  }

  /** Late fees by hand; returns that of the defaulter. */
  private BigDecimal lateFees(String defaulter, String late, LocalDate dueDay) {
    String path = "payments/late-fees?to=";
    day(dueDay);
    calls.refused(
        409,
        "overdue",
        "POST",
        "payments/defaults/%s?month=2026-10".formatted(defaulter),
        people.clerk());
    calls.refused(409, "not ended", "POST", path + dueDay, people.clerk());
    day(dueDay.plusDays(3));
    book(List.of(new Line(late, due(late), today, "in")), false);
    day(dueDay.plusDays(11));
    BigDecimal open = due(defaulter).subtract(part(due(defaulter), "0.2"));
    BigDecimal fee = days(open, 10);
    BigDecimal both = fee.add(days(due(late), 2));
    String to = path + dueDay.plusDays(10);
    BigDecimal charged =
        new BigDecimal(calls.done("POST", to, people.clerk()).get("yuan").asString());
    calls.require(charged.compareTo(both) == 0, "late fees are %s, not %s", charged, both);
    place.kill();
    BigDecimal twice =
        new BigDecimal(calls.done("POST", to, people.clerk()).get("yuan").asString());
    calls.require(twice.signum() == 0, "late fees are charged twice");
    balanced("late fees");
    return fee;
  }

  private static BigDecimal days(BigDecimal open, int days) {
    return open.multiply(RATE.multiply(BigDecimal.valueOf(days))).setScale(3, RoundingMode.HALF_UP);
  }

  /** T-07, T-08: loss = max(0, due − held) + late fee, borne by the creditors by what they get. */
  private void defaults(String defaulter, BigDecimal cash, BigDecimal fee) {
    BigDecimal open = due(defaulter).subtract(part(due(defaulter), "0.2"));
    BigDecimal gap = open.subtract(cash).max(BigDecimal.ZERO).add(fee);
    String path = "payments/defaults/%s?month=2026-10".formatted(defaulter);
    calls.refused(403, "", "POST", path, people.of(defaulter));
    decided(calls.done("POST", path, people.clerk()).get("number"));
    calls.refused(409, "already", "POST", path, people.clerk());
    BigDecimal weights = owed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal sum = BigDecimal.ZERO;
    Map<String, BigDecimal> parts = new HashMap<>();
    for (JsonNode row : calls.get("payments/defaults", people.clerk())) {
      String member = row.get("member").asString();
      if (member.isEmpty()) {
        calls.require(same(yuan(row, "yuan"), gap), "the gap is not %s", gap);
      } else {
        parts.put(member, yuan(row, "yuan"));
        sum = sum.add(yuan(row, "yuan"));
      }
    }
    calls.require(sum.compareTo(gap) == 0, "the parts are %s, not %s", sum, gap);
    owed.forEach(
        (member, amount) -> {
          BigDecimal exact = gap.multiply(amount).divide(weights, 6, RoundingMode.HALF_UP);
          BigDecimal is = parts.getOrDefault(member, BigDecimal.ZERO);
          calls.require(
              is.subtract(exact).abs().compareTo(new BigDecimal("0.001")) < 0,
              "%s bears %s, not %s",
              member,
              is,
              exact);
        });
    for (JsonNode row : calls.get("payments/defaults", people.of(owed.firstKey()))) {
      String member = row.get("member").asString();
      calls.require(member.isEmpty() || member.equals(owed.firstKey()), "it sees others' parts");
    }
    balanced("defaulted");
  }

  /** What the defaulter pays later goes back to those who bore it, all of it and once. */
  private void recovery(String defaulter) {
    BigDecimal open = BigDecimal.ZERO;
    for (JsonNode row : calls.get("payments/items?open=true", people.of(defaulter))) {
      open = open.add(yuan(row, "openYuan"));
    }
    BigDecimal borne = balance("defaults").negate();
    book(List.of(new Line(defaulter, open, today, "in")), false);
    BigDecimal back = shareBack();
    place.kill();
    calls.require(back.compareTo(borne) == 0, "%s of %s came back", back, borne);
    calls.require(shareBack().signum() == 0, "it comes back twice");
    calls.require(balance("defaults").signum() == 0, "somebody still bears something");
    balanced("recovered");
  }

  private BigDecimal shareBack() {
    String yuan = calls.done("POST", "payments/share-back", people.clerk()).get("yuan").asString();
    return new BigDecimal(yuan);
  }

  /** What the update changed is in suspense until the others have their bills of it (AMB-34). */
  private void suspense(long update) {
    BigDecimal settled = BigDecimal.ZERO;
    for (JsonNode row : calls.get("effects/" + update, people.clerk())) {
      if (row.get("settled").asBoolean()) {
        settled = settled.add(yuan(row, "changeYuan"));
      }
    }
    calls.require(
        balance("suspense").compareTo(settled) == 0, "suspense does not hold %s", settled);
    String path = "payments/carrying/" + update;
    calls.done("POST", path, people.clerk());
    place.kill();
    calls.refused(409, "settled already", "POST", path, people.clerk());
    calls.require(balance("suspense").signum() == 0, "suspense still holds something");
    List<Line> bills = new ArrayList<>();
    for (JsonNode row : calls.get("payments/items?open=true", people.clerk())) {
      if (row.get("kind").asString().equals("ADJUSTMENT")
          && row.get("direction").asString().equals("collect")) {
        bills.add(new Line(row.get("member").asString(), yuan(row, "openYuan"), today, "in"));
      }
    }
    calls.require(!bills.isEmpty(), "nobody pays for the update");
    book(bills, false);
    String electronic = "payments/e-invoices?month=2026-10";
    calls.refused(409, "No tax service", "POST", electronic, people.clerk());
    balanced("carried");
  }

  /** What is owed is set off and paid, in whole 0.01 yuan. */
  private void pay() {
    for (String member : owed.keySet()) {
      calls.call("POST", "payments/offsets/" + member, people.clerk());
    }
    List<String> orders = calls.text("payments/orders", people.clerk()).lines().skip(1).toList();
    List<Line> lines = new ArrayList<>();
    for (String order : orders) {
      List<String> cells = List.of(order.split(",", -1));
      lines.add(new Line(cells.get(1), new BigDecimal(cells.get(4)), today, "out"));
    }
    book(lines, true);
    calls.require(
        calls.text("payments/orders", people.clerk()).lines().count() == 1, "orders are left");
    balanced("paid");
  }
}
