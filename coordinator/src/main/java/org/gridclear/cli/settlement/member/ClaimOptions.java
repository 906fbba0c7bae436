package org.gridclear.cli.settlement.member;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;

/** What is disputed. */
final class ClaimOptions {
  @Option(names = "--date", required = true, description = "Operating day.")
  private LocalDate date;

  @Option(names = "--entity", paramLabel = "ID", required = true, description = "Entity.")
  private String entity;

  @Option(names = "--item", paramLabel = "CODE", required = true, description = "Item.")
  private String item;

  @Option(names = "--claim", required = true, description = "What is wrong.")
  private String claim;

  @Option(names = "--attach", paramLabel = "FILE", description = "A paper.")
  private List<Path> papers = List.of();

  @Option(
      names = "--next-period",
      description = "Of a confirmed statement: the dispute goes to the next period.")
  private boolean nextPeriod;

  LocalDate date() {
    return date;
  }

  String entity() {
    return entity;
  }

  String item() {
    return item;
  }

  String claim() {
    return claim;
  }

  List<Path> papers() {
    return papers;
  }

  boolean nextPeriod() {
    return nextPeriod;
  }
}
