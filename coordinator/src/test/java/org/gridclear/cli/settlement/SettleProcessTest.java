package org.gridclear.cli.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.cli.Shell;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.settlement.process.RegisteredMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code settle process} and {@code settle member} as a shell sees them. */
// Rows: S-30, S-38, S-39, U-01
class SettleProcessTest {
  @TempDir private Path folder;

  private String run(int code, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 3);
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[0] = "settle";
    all[arguments.length + 1] = "--market";
    all[arguments.length + 2] = folder.resolve("m").toString();
    Shell.Ended ended = Shell.run(all);
    assertEquals(code, ended.code(), ended.text());
    return ended.text();
  }

  @Test
  void aMonthFromItsChecksToADispute() throws Exception {
    ClosedMonths months = ClosedMonths.make(folder);
    Shell.run("market", "init", folder.resolve("m").toString(), "--name", "m");
    String close = months.close().toString();
    String[] month = {
      "process",
      "propose",
      "--kind",
      "MONTH",
      "--from",
      "2026-10-01",
      "--to",
      "2026-10-03",
      "--close",
      close,
      "--by",
      "sue"
    };
    assertTrue(run(2, month).contains("not checked"));
    for (int day = 1; day <= 3; day++) {
      String date = "2026-10-0" + day;
      String live = months.live().toString();
      run(0, "process", "checked", live, "--date", date, "--by", "sue");
    }
    assertTrue(run(0, month).contains("Proposal 4"));
    assertTrue(run(0, "process", "pending").contains("Published"));
    run(2, "process", "decide", "4", "--approve", "--by", "Sue");
    run(2, "process", "decide", "4", "--by", "bob");
    run(0, "process", "decide", "4", "--approve", "--by", "bob");
    assertTrue(run(1, "process", "calendar", "--month", "2026-10").contains("late"));
    assertTrue(run(0, "process", "rules").contains("confirmDays=3"));
    run(2, "process", "rules", "--set", "1,2", "--by", "sue");
    run(0, "process", "rules", "--set", "24,48,72,72,4,5", "--by", "sue");

    String member = "MUS00007";
    assertTrue(run(0, "member", "statements", "--member", member).contains("UNCONFIRMED"));
    assertTrue(run(0, "member", "lines", "4", "--member", member).contains("DA_ENERGY"));
    run(
        0,
        "member",
        "intervals",
        "4",
        "--member",
        member,
        "--entity",
        "US00007",
        "--date",
        "2026-10-02");
    run(0, "member", "sums", "--member", member, "--from", "2026-10-01", "--to", "2026-10-03");
    Path paper = Files.writeString(folder.resolve("reading.txt"), "a photograph");
    assertTrue(
        run(
                0,
                "member",
                "dispute",
                "4",
                "--member",
                member,
                "--date",
                "2026-10-02",
                "--entity",
                "US00007",
                "--item",
                "DEVIATION",
                "--claim",
                "read wrongly",
                "--attach",
                paper.toString(),
                "--by",
                "m7")
            .contains("Dispute 7"));
    run(2, "member", "confirm", "4", "--member", member, "--by", "m7");
    run(0, "process", "take", "7", "--by", "sue");
    run(
        0,
        "process",
        "answer",
        "7",
        "--outcome",
        "DENIED",
        "--words",
        "it was read rightly",
        "--by",
        "sue");
    run(0, "process", "decide", "9", "--approve", "--by", "bob");
    run(0, "member", "refuse", "7", "--member", member, "--reason", "look again", "--by", "m7");
    run(0, "process", "take", "7", "--by", "sue");
    run(0, "member", "withdraw", "7", "--member", member, "--reason", "well", "--by", "m7");
    run(0, "member", "confirm", "4", "--member", member, "--by", "m7");
    assertTrue(run(0, "member", "disputes").contains("WITHDRAWN"));
    run(2, "member", "effects", "4");
    payments(member);
    run(2, "process", "propose", "--kind", "UPDATE", "--close", close, "--by", "sue");
    run(2, "process", "propose", "--kind", "UPDATE", "--of", "4", "--close", close, "--by", "sue");
    aCorrectionIsPublishedThoughNobodyCanBeTold(months);
  }

  private void aCorrectionIsPublishedThoughNobodyCanBeTold(ClosedMonths months) throws Exception {
    String member = "MUS00022";
    try (MarketFolder market = MarketFolder.open(folder.resolve("m"))) {
      RegisteredMembers.register(market, Clock.systemUTC(), member);
    }
    String filed =
        run(
            0,
            "member",
            "dispute",
            "4",
            "--member",
            member,
            "--date",
            "2026-10-02",
            "--entity",
            "US00022",
            "--item",
            "DEVIATION",
            "--claim",
            "read wrongly",
            "--by",
            "m22");
    String dispute = number("Dispute", filed);
    run(0, "process", "take", dispute, "--by", "sue");
    String answer =
        run(
            0,
            "process",
            "answer",
            dispute,
            "--outcome",
            "GRANTED",
            "--words",
            "a digit was lost",
            "--by",
            "sue");
    decided(0, number("Proposal", answer));
    String close = months.correct().toString();
    String proposed =
        run(
            0, "process", "propose", "--kind", "UPDATE", "--of", "4", "--close", close, "--by",
            "sue");
    String update = number("Proposal", proposed);
    kinds("weather");
    run(2, "member", "effects", update);
    String said = decided(1, update);
    assertTrue(said.contains("Proposal %s is approved.".formatted(update)), said);
    assertTrue(said.contains("Nobody was told: "), said);
    assertTrue(said.contains("settlement-effects"), said);
    assertTrue(run(0, "member", "effects", update).contains(member), "published all the same");
    run(2, "process", "tell", update, "--by", "bob");
    kinds("settlement-effects");
    String told = run(1, "process", "tell", update, "--by", "bob");
    assertTrue(told.contains("2 messages are written"), told);
    assertTrue(told.contains("Not registered, so not told: "), told);
  }

  private String decided(int code, String proposal) {
    return run(code, "process", "decide", proposal, "--approve", "--by", "bob");
  }

  private static String number(String of, String said) {
    Matcher found = Pattern.compile(of + " (\\d+)").matcher(said);
    assertTrue(found.find(), said);
    return found.group(1);
  }

  private void kinds(String one) throws IOException {
    String kind =
        """
        {"kinds": [{"id": "%s", "en": "E", "zh": "Z", "source": {"from": "document"},
          "audience": ["own-member", "regulator"]}]}
        """;
    Path file = Files.writeString(folder.resolve(one + ".json"), kind.formatted(one));
    Shell.Ended set =
        Shell.run(
            "publish",
            "catalogue",
            "--set",
            file.toString(),
            "--market",
            folder.resolve("m").toString(),
            "--by",
            "olga");
    assertEquals(0, set.code(), set.text());
  }

  private void payments(String member) throws Exception {
    assertTrue(
        run(0, "payment", "invoice", "--month", "2026-10", "--by", "sue").contains("1 invoices"));
    String item = run(0, "payment", "items", "--open", "--format", "csv");
    assertTrue(item.contains("IS202610-" + member), item);
    Path bank = folder.resolve("bank.csv");
    Files.writeString(
        bank, "reference,value,member,yuan,direction\nR1,2026-11-01," + member + ",1.5,in\n");
    assertTrue(run(0, "payment", "book", bank.toString(), "--by", "sue").contains("1 received"));
    assertTrue(run(0, "payment", "balances").contains("bank"));
    run(0, "payment", "late-fees", "--to", "2026-11-02", "--by", "sue");
    run(2, "payment", "offset", member, "--by", "sue");
    run(2, "payment", "default", member, "--month", "2026-10", "--by", "sue");
    run(0, "payment", "defaults");
    Path terms = folder.resolve("terms.json");
    String text = run(0, "payment", "terms").replace("\"dueDays\" : 5", "\"dueDays\" : 6");
    Files.writeString(terms, text.substring(text.indexOf('{')));
    run(0, "payment", "terms", "--set", terms.toString(), "--by", "sue");
    Files.writeString(terms, "{xdueDays: 6}");
    run(2, "payment", "terms", "--set", terms.toString(), "--by", "sue");
    assertTrue(run(0, "payment", "pending").contains("TermsSet"));
    run(2, "payment", "decide", "3", "--approve", "--by", "sue");
    run(0, "payment", "decide", "3", "--approve", "--by", "bob");
    Path orders = folder.resolve("orders.csv");
    run(0, "payment", "orders", "--out", orders.toString());
    run(2, "payment", "orders", "--out", orders.toString());

    run(0, "credit", "rate", member, "--rating", "C", "--estimate", "10", "--by", "sue");
    run(0, "payment", "decide", "5", "--approve", "--by", "bob");
    run(
        0,
        "credit",
        "guarantee",
        member,
        "--kind",
        "CASH",
        "--yuan",
        "1.25",
        "--from",
        "2026-10-01",
        "--by",
        "sue");
    assertTrue(run(1, "credit", "tell", "--by", "sue").contains(member));
    assertTrue(run(0, "credit", "show", "--member", member).contains("1.250"));
    run(2, "credit", "return", "7", "--yuan", "1e999999999", "--by", "sue");
    run(0, "credit", "return", "7", "--yuan", "0.25", "--by", "sue");
    assertTrue(run(0, "credit", "guarantees").contains("1.000"));
  }
}
