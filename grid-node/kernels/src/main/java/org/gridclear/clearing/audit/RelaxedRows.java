package org.gridclear.clearing.audit;

import java.util.List;
import java.util.function.Predicate;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;

/**
 * By how much a result reports rows of an element relaxed; what stands for one time is no other's.
 */
record RelaxedRows(List<Relaxation> reported) {
  static RelaxedRows of(ClearingResult result) {
    return new RelaxedRows(result.relaxations());
  }

  /** Those of a period alone, for who asks of many elements. */
  RelaxedRows in(int t) {
    return new RelaxedRows(reported.stream().filter(each -> each.period() == t).toList());
  }

  /** The sum over the rows of an element in a period. */
  double inPeriod(String element, int t) {
    return sum(each -> each.element().equals(element) && each.period() == t);
  }

  /** The sum over what counts a day, or with -1 the whole horizon. */
  double onDay(String element, int d) {
    return sum(each -> each.element().equals(element) && each.period() < 0 && each.day() == d);
  }

  /**
   * Objects where more is paid for in a period than is needed.
   *
   * @param amount what is needed
   */
  void needed(String element, int t, double amount, double tolerance, List<Finding> findings) {
    double paid =
        sum(each -> each.element().equals(element) && each.period() == t && each.penaltyYuan() > 0);
    if (paid > amount + tolerance) {
      String text = "%s reported, %s needed".formatted(paid, amount);
      findings.add(new Finding("relaxation", element, t, text));
    }
  }

  private double sum(Predicate<Relaxation> wanted) {
    return reported.stream().filter(wanted).mapToDouble(Relaxation::amount).sum();
  }
}
