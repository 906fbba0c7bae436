package org.gridclear.cli.settlement.open;

import picocli.CommandLine.Option;

/** Whose. */
public final class MemberFilter {
  @Option(
      names = "--member",
      paramLabel = "ID",
      defaultValue = "",
      description = "Only of this member.")
  private String member;

  /** Its id; empty for all. */
  public String member() {
    return member;
  }
}
