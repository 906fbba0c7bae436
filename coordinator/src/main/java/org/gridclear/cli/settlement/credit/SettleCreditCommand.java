package org.gridclear.cli.settlement.credit;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear settle credit}: ratings, guarantees, deposits, exposure. */
@Command(
    name = "credit",
    description = {
      "Ratings, guarantees and deposits of those who pay, and what they owe now",
      "(docs/settlement-process.md)."
    },
    subcommands = {
      CommandLine.HelpCommand.class,
      CreditReturnCommand.class,
      CreditGuaranteeCommand.class,
      CreditGuaranteesCommand.class,
      CreditRateCommand.class,
      CreditReadCommand.class,
      CreditShowCommand.class,
      CreditStandingCommand.class,
      CreditTellCommand.class
    })
public final class SettleCreditCommand extends CommandGroup {}
