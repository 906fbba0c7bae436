package org.gridclear.cli.settlement.member;

import picocli.CommandLine.Option;

/** Whose. */
final class MemberFilter {
  @Option(
      names = "--member",
      paramLabel = "ID",
      defaultValue = "",
      description = "Only of this member.")
  private String member;

  String member() {
    return member;
  }
}
