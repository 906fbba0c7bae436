package org.gridclear.cli.rulebase;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code gridclear rules propose} is asked. */
final class RulesProposeOptions {
  @Option(names = "--kind", paramLabel = "KIND", required = true, description = "Kind of rules.")
  private String kind;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "From when they hold (default: their approval, or what they say).")
  private String from;

  @Option(names = "--note", defaultValue = "", description = "Why, for the reviewer.")
  private String note;

  @Parameters(paramLabel = "FILE", description = "The rules.")
  private Path file;

  String kind() {
    return kind;
  }

  String from() {
    return from;
  }

  String note() {
    return note;
  }

  Path file() {
    return file;
  }
}
