package org.gridclear.cli.settlement.payment;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear settle payment}: invoices, payments, late fees, defaults. */
@Command(
    name = "payment",
    description = {
      "Invoices, bank files, late fees, offsets and defaults, in double entry",
      "(docs/settlement-process.md)."
    },
    subcommands = {
      CommandLine.HelpCommand.class,
      PaymentBalancesCommand.class,
      PaymentBookCommand.class,
      PaymentCarryCommand.class,
      PaymentDecideCommand.class,
      PaymentDefaultsCommand.class,
      PaymentEInvoicesCommand.class,
      PaymentInvoiceCommand.class,
      PaymentItemsCommand.class,
      PaymentLateFeesCommand.class,
      PaymentOffsetCommand.class,
      PaymentOrdersCommand.class,
      PaymentPendingCommand.class,
      PaymentDefaultCommand.class,
      PaymentShareBackCommand.class,
      PaymentTermsCommand.class
    })
public final class SettlePaymentCommand extends CommandGroup {}
