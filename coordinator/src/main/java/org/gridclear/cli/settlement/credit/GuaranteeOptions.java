package org.gridclear.cli.settlement.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.gridclear.settlement.payment.PaymentEvent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A guarantee. */
final class GuaranteeOptions {
  @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}.")
  private PaymentEvent.Guarantee kind;

  @Option(names = "--yuan", required = true, description = "Amount.")
  private BigDecimal yuan;

  @Option(names = "--from", required = true, description = "First day.")
  private LocalDate from;

  @Option(names = "--to", description = "Last day (default: no end).")
  private @Nullable LocalDate to;

  @Option(names = "--note", defaultValue = "", description = "What it is.")
  private String note;

  PaymentEvent.Guarantee kind() {
    return kind;
  }

  BigDecimal yuan() {
    return yuan;
  }

  LocalDate from() {
    return from;
  }

  @Nullable LocalDate to() {
    return to;
  }

  String note() {
    return note;
  }
}
