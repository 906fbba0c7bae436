package org.gridclear.cli.rulebase;

import picocli.CommandLine.Option;

/** Which rules. */
final class WhichRules {
  @Option(
      names = "--kind",
      paramLabel = "KIND",
      required = true,
      description = "Kind of rules; 'rules list' has them.")
  private String kind;

  @Option(
      names = "--of",
      paramLabel = "ID",
      defaultValue = "",
      description = "Of what, where there are several of the kind: the market, such as da.")
  private String id;

  String kind() {
    return kind;
  }

  String id() {
    return id;
  }
}
