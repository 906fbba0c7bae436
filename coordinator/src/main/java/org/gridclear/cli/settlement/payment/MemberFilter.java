package org.gridclear.cli.settlement.payment;

import picocli.CommandLine.Option;

/** Whose. */
final class MemberFilter {
  @Option(names = "--member", paramLabel = "ID", defaultValue = "", description = "Only of it.")
  private String member;

  String member() {
    return member;
  }
}
