package org.gridclear.settlement.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.gridclear.settlement.allocation.LargestRemainder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A share that each computes for itself is the share that the market gave (48). */
class PoolFactsTest {
  /** Of 10 by drivers 1, 1, 1: 3 each and one 4; who has it, the fact does not say. */
  @Test
  void tiedRemaindersLeaveTwoShares() {
    PoolFacts.Fact fact = PoolFacts.fact(5, 2, 10, new long[] {1, 1, 1});
    assertEquals(new PoolFacts.Fact(5, 2, 10, 3, 1, true), fact);
    assertEquals(List.of(4L, 3L), fact.shares(1));
    assertEquals(List.of(0L), fact.shares(0));
  }

  /** Of 10 by 6, 3, 2 of 11: 5 5/11, 2 8/11, 1 9/11; the two greatest remainders get one more. */
  @Test
  void greatestRemaindersGetOneMore() {
    PoolFacts.Fact fact = PoolFacts.fact(1, 0, 10, new long[] {6, 3, 2});
    assertEquals(new PoolFacts.Fact(1, 0, 10, 11, 8, false), fact);
    assertEquals(List.of(5L), fact.shares(6));
    assertEquals(List.of(3L), fact.shares(3));
    assertEquals(List.of(2L), fact.shares(2));
  }

  @Test
  void whatIsSharedWithoutARestGivesNobodyMore() {
    PoolFacts.Fact fact = PoolFacts.fact(1, 0, -12, new long[] {1, 2, 3});
    assertEquals(new PoolFacts.Fact(1, 0, -12, 6, 6, false), fact);
    assertEquals(List.of(-2L), fact.shares(1));
    assertEquals(List.of(-6L), fact.shares(3));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1000, 123_456_789, 900_000_000_000_000L, -1, -1000, -987_654_321})
  void everyShareOfTheMarketIsOneOfThoseThatTheFactAllows(long amount) {
    Random random = new Random(amount);
    for (int round = 0; round < 60; round++) {
      long[] drivers = new long[1 + random.nextInt(12)];
      long weight = 0;
      for (int i = 0; i < drivers.length; i++) {
        drivers[i] = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(round < 30 ? 4 : 1_000_000);
        weight += drivers[i];
      }
      if (weight == 0) {
        drivers[0] = 1;
      }
      long[] shares = LargestRemainder.share(amount, drivers);
      PoolFacts.Fact fact = PoolFacts.fact(1, 0, amount, drivers);
      for (int i = 0; i < drivers.length; i++) {
        List<Long> allowed = fact.shares(drivers[i]);
        assertTrue(allowed.contains(shares[i]), drivers[i] + ": " + shares[i] + " of " + allowed);
        assertEquals(fact.tied() && allowed.size() == 2, allowed.size() == 2);
      }
    }
  }

  @Test
  void factsThatWereKeptAreReadAgain() {
    PoolFacts facts =
        new PoolFacts(
            List.of(
                new PoolFacts.Fact(1, 0, -12, 6, 6, false),
                new PoolFacts.Fact(31, 4, 900_000_000_000_000L, 7, 3, true)));
    assertEquals(
        "day,allocation,yuan1000,weight,least,tied\n1,0,-12,6,6,0\n31,4,900000000000000,7,3,1\n",
        new String(facts.text(), StandardCharsets.UTF_8));
    assertEquals(facts, PoolFacts.read(facts.text()));
    assertEquals(7, facts.of(31, 4).orElseThrow().weight());
    assertTrue(facts.of(31, 0).isEmpty() && facts.of(1, 4).isEmpty());
  }

  private static StatementLine line(String entity, long quantity, String unit, long milliYuan) {
    return new StatementLine(entity, LocalDate.of(2026, 10, 5), "DA", quantity, unit, milliYuan);
  }

  @Test
  void linesAreKeptToTheirLastDigit() {
    List<StatementLine> lines =
        List.of(line("U 1", 123_456, "MWh", -1), line("U2", -5, "1", 1_000), line("U3", 0, "", 0));
    assertEquals(
        """
        entity,date,item,quantity,unit,yuan
        U 1,2026-10-05,DA,12.3456,MWh,-0.001
        U2,2026-10-05,DA,-0.0005,1,1.000
        U3,2026-10-05,DA,0.0000,,0.000
        """,
        new String(StatementLine.text(lines), StandardCharsets.UTF_8));
    assertEquals(lines, StatementLine.read(StatementLine.text(lines)));
    assertEquals(List.of(), StatementLine.read(StatementLine.text(List.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|begins with",
        "entity,date|begins with",
        "HEAD;a,2026-10-05,DA,1,MWh|6 cells",
        "HEAD;a,2026-10-05,DA,1,MWh,1,x|6 cells",
        "HEAD;a,2026-10-05,DA,1.00001,MWh,1|more than 4 decimals",
        "HEAD;a,2026-10-05,DA,1,MWh,1.0001|more than 3 decimals",
        "HEAD;a,2026-10-05,DA,1,MWh,1;;|Line 3 of a statement must have 6 cells",
        "HEAD;a,2026-10-05,DA,1.00001,MWh,1|Line 2 of a statement, quantity: '1.00001' is no number"
            + " of at most 4 decimals",
        "HEAD;a,2026-10-05,DA,1,MWh,one|Line 2 of a statement, yuan: 'one' is no number",
        "HEAD;a,5 October,DA,1,MWh,1|5 October"
      })
  void textsThatAreNoStatementAreRefused(String text, String words) {
    byte[] content =
        text.replace("HEAD;", "entity,date,item,quantity,unit,yuan\n")
            .replace(";", "\n")
            .getBytes(StandardCharsets.UTF_8);
    String said =
        assertThrows(RuntimeException.class, () -> StatementLine.read(content)).getMessage();
    assertTrue(said.contains(words), said);
  }
}
