package org.gridclear.cli.settlement;

import org.gridclear.cli.option.CommandGroup;
import org.gridclear.cli.settlement.analysis.SettleBaselineCommand;
import org.gridclear.cli.settlement.analysis.SettleConsolidateCommand;
import org.gridclear.cli.settlement.analysis.SettleObligationCommand;
import org.gridclear.cli.settlement.analysis.SettlePreviewCommand;
import org.gridclear.cli.settlement.analysis.SettleReportCommand;
import org.gridclear.cli.settlement.analysis.SettleRulesCommand;
import org.gridclear.cli.settlement.analysis.SettleTrialCommand;
import org.gridclear.cli.settlement.close.SettleBillCommand;
import org.gridclear.cli.settlement.close.SettleCarryCommand;
import org.gridclear.cli.settlement.close.SettleCorrectCommand;
import org.gridclear.cli.settlement.close.SettleDayCommand;
import org.gridclear.cli.settlement.close.SettleExplainCommand;
import org.gridclear.cli.settlement.close.SettleMonthCommand;
import org.gridclear.cli.settlement.credit.SettleCreditCommand;
import org.gridclear.cli.settlement.data.SettleAcceptCommand;
import org.gridclear.cli.settlement.data.SettleCheckCommand;
import org.gridclear.cli.settlement.data.SettleLockCommand;
import org.gridclear.cli.settlement.data.SettleSynthesizeCommand;
import org.gridclear.cli.settlement.handover.SettleImportDayCommand;
import org.gridclear.cli.settlement.member.SettleMemberCommand;
import org.gridclear.cli.settlement.payment.SettlePaymentCommand;
import org.gridclear.cli.settlement.process.SettleProcessCommand;
import org.gridclear.cli.settlement.proof.SettleAuditCommand;
import org.gridclear.cli.settlement.proof.SettleVerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear settle …}: the settlement of a month. */
@Command(
    name = "settle",
    description = "Settle a month: close, correct, bills, explanations (docs/settlement.md).",
    subcommands = {
      SettleSynthesizeCommand.class,
      SettleImportDayCommand.class,
      SettleCheckCommand.class,
      SettleAcceptCommand.class,
      SettleMonthCommand.class,
      SettleDayCommand.class,
      SettleCorrectCommand.class,
      SettleBillCommand.class,
      SettleExplainCommand.class,
      SettleAuditCommand.class,
      SettleVerifyCommand.class,
      SettleRulesCommand.class,
      SettleLockCommand.class,
      SettleProcessCommand.class,
      SettlePreviewCommand.class,
      SettleTrialCommand.class,
      SettleCarryCommand.class,
      SettleReportCommand.class,
      SettleBaselineCommand.class,
      SettleConsolidateCommand.class,
      SettleObligationCommand.class,
      SettleMemberCommand.class,
      SettlePaymentCommand.class,
      SettleCreditCommand.class,
      CommandLine.HelpCommand.class
    })
public final class SettleCommand extends CommandGroup {}
