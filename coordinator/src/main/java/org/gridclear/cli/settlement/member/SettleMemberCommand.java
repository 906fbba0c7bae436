package org.gridclear.cli.settlement.member;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear settle member}: what a member sees of the settlement and does with it. */
@Command(
    name = "member",
    description = {
      "Statements, lines, sums and disputes of members, for a member or the exchange",
      "(docs/settlement-process.md)."
    },
    subcommands = {
      CommandLine.HelpCommand.class,
      MemberBundleCommand.class,
      MemberConfirmCommand.class,
      MemberDisputeCommand.class,
      MemberDisputesCommand.class,
      MemberEffectsCommand.class,
      MemberIntervalsCommand.class,
      MemberLinesCommand.class,
      MemberRefuseCommand.class,
      MemberResettlementsCommand.class,
      MemberStatementsCommand.class,
      MemberSumsCommand.class,
      MemberWithdrawCommand.class
    })
public final class SettleMemberCommand extends CommandGroup {}
