package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds of the terms, late fees and deposits, by hand (EQ-27). */
// Rows: T-01, T-02, T-03, T-04, T-06
class PaymentTermsTest {
  private static PaymentTerms terms(
      int dueDays, long latePpm, long multiple, long factor, int shortageDays, long penaltyPpm) {
    return new PaymentTerms(
        dueDays,
        latePpm,
        PaymentTerms.Reference.MAXIMUM,
        multiple,
        Map.of("A", factor),
        shortageDays,
        penaltyPpm,
        PaymentTerms.Sharing.CREDITORS);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 0, 1, 0",
    "60, 10000, 1000000, 1000000, 60, 10000",
    "60, 0, 0, 0, 1, 0",
    "1, 10000, 0, 0, 1, 0",
    "1, 0, 1000000, 0, 1, 0",
    "1, 0, 0, 1000000, 1, 0",
    "1, 0, 0, 0, 60, 0",
    "1, 0, 0, 0, 1, 10000"
  })
  void boundsThemselvesAreAllowed(
      int due, long late, long multiple, long factor, int days, long p) {
    assertDoesNotThrow(() -> terms(due, late, multiple, factor, days, p));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 1, 0, days until due (0) must lie in 1..60",
    "61, 0, 0, 0, 1, 0, days until due (61) must lie in 1..60",
    "1, -1, 0, 0, 1, 0, late fee (-1) must lie in 0..10000",
    "1, 10001, 0, 0, 1, 0, late fee (10001) must lie in 0..10000",
    "1, 0, -1, 0, 1, 0, multiple (-1) must lie in 0..1000000",
    "1, 0, 1000001, 0, 1, 0, multiple (1000001) must lie in 0..1000000",
    "1, 0, 0, -1, 1, 0, coefficient A (-1) must lie in 0..1000000",
    "1, 0, 0, 1000001, 1, 0, coefficient A (1000001) must lie in 0..1000000",
    "1, 0, 0, 0, 0, 0, days of a shortage (0) must lie in 1..60",
    "1, 0, 0, 0, 61, 0, days of a shortage (61) must lie in 1..60",
    "1, 0, 0, 0, 1, -1, penalty (-1) must lie in 0..10000",
    "1, 0, 0, 0, 1, 10001, penalty (10001) must lie in 0..10000"
  })
  void whatIsBeyondABoundIsRefusedByName(
      int due, long late, long multiple, long factor, int days, long penalty, String words) {
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> terms(due, late, multiple, factor, days, penalty))
            .getMessage();
    assertTrue(said.contains(words), said);
  }

  /** Ratings come in their order, so that a table of them is the same on every machine. */
  @Test
  void coefficientsAreInOrderAndCannotBeChanged() {
    PaymentTerms standard = PaymentTerms.STANDARD;
    assertEquals(List.of("A", "B", "C"), List.copyOf(standard.coefficients().keySet()));
    Map<String, Long> map = standard.coefficients();
    assertThrows(UnsupportedOperationException.class, () -> map.put("D", 1L));
  }

  /** r(product / 1 000 000), halves up. */
  @ParameterizedTest
  @CsvSource({
    "0, 500, 0",
    "1000, 500, 1",
    "999, 500, 0",
    "2999, 500, 1",
    "3000, 500, 2",
    "3800000, 500, 1900",
    "1000000, 10000, 10000",
    "1000000, 0, 0",
    "50, 10000, 1",
    "49, 10000, 0",
    "9000000000000000000, 10000, 90000000000000000"
  })
  void millionthsAreRoundedOnce(long milliYuanDays, long ppm, long milliYuan) {
    assertEquals(milliYuan, PaymentTerms.perMillion(milliYuanDays, ppm));
  }

  /** required = coef · multiple · reference, of 0.0001 and 0.0001. */
  @ParameterizedTest(name = "coefficient {0}, multiple {1} of {2} milli-yuan: {3}")
  @CsvSource({
    "10000, 10000, 1000, 1000",
    "8000, 10000, 1000, 800",
    "12000, 20000, 1000, 2400",
    "5000, 5000, 1000, 250",
    "10000, 5000, 1, 1",
    "10000, 4999, 1, 0",
    "1, 1, 100000000, 1",
    "1, 1, 49999999, 0",
    "0, 10000, 1000, 0",
    "10000, 0, 1000, 0",
    "1000000, 1000000, 900000000000000, 9000000000000000000"
  })
  void depositIsCoefficientTimesMultipleTimesReference(
      long coefficient, long multiple, long reference, long required) {
    PaymentTerms terms = terms(5, 500, multiple, coefficient, 3, 500);
    assertEquals(required, Credit.required(terms, "A", reference));
  }

  @Test
  void ratingThatTheTermsDoNotKnowIsRefusedByName() {
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> Credit.required(PaymentTerms.STANDARD, "AA", 1))
            .getMessage();
    assertTrue(said.contains("AA"), said);
  }

  private static TreeMap<LocalDate, Long> bills(long... monthsBackAndYuan) {
    TreeMap<LocalDate, Long> bills = new TreeMap<>();
    for (int i = 0; i < monthsBackAndYuan.length; i += 2) {
      bills.put(
          LocalDate.of(2026, 10, 1).minusMonths(monthsBackAndYuan[i]), monthsBackAndYuan[i + 1]);
    }
    return bills;
  }

  /** T-02: the largest of all, or the mean of the payable bills of the last 12 or 3 months. */
  @Test
  void referenceIsOfTheMonthsThatTheMethodNames() {
    TreeMap<LocalDate, Long> bills =
        bills(0, 100, 1, 200, 2, 400, 3, 1000, 11, 3000, 12, 90_000, 30, 70_000);
    assertEquals(90_000, Credit.reference(PaymentTerms.Reference.MAXIMUM, bills));
    // (100 + 200 + 400) / 3 = 233.33
    assertEquals(233, Credit.reference(PaymentTerms.Reference.THREE_MONTHS, bills));
    // (100 + 200 + 400 + 1000 + 3000) / 5 = 940: the month twelve before the last is not in it.
    assertEquals(940, Credit.reference(PaymentTerms.Reference.YEAR, bills));
  }

  @Test
  void referenceOfOneBillIsThatBillByEveryMethod() {
    for (PaymentTerms.Reference method : PaymentTerms.Reference.values()) {
      assertEquals(777, Credit.reference(method, bills(5, 777)), method.name());
    }
  }

  /** Months without a payable bill are no bills of 0: they are not in the mean. */
  @Test
  void meanIsOverBillsNotOverMonths() {
    assertEquals(150, Credit.reference(PaymentTerms.Reference.THREE_MONTHS, bills(0, 100, 2, 200)));
    assertEquals(151, Credit.reference(PaymentTerms.Reference.YEAR, bills(0, 101, 9, 200)));
  }
}
