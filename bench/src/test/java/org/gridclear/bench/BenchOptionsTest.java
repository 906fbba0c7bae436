package org.gridclear.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What a bench says of options that cannot be, and of input that it cannot use. */
class BenchOptionsTest {
  private static final int BAD_INPUT = 2;

  private record Said(int exit, String text) {}

  private static Said said(CommandLine line, String... arguments) {
    StringWriter text = new StringWriter();
    int exit = line.setErr(new PrintWriter(text, true)).execute(arguments);
    assertFalse(text.toString().contains("\tat "), text.toString());
    return new Said(exit, text.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "--units, 300000, 200000",
    "--units, 0, 200000",
    "--processes, 0, 1 to 20",
    "--processes, 21, 1 to 20",
    "--flat, -1, units",
  })
  void whatCannotBeMeasuredIsRefusedByNameBeforeNodesStart(
      String option, String value, String words) {
    Said said = said(Bench.commandLine(), "overhead", option, value);
    assertEquals(BAD_INPUT, said.exit(), said.text());
    assertTrue(said.text().contains(option + " = " + value), said.text());
    assertTrue(said.text().contains(words), said.text());
  }

  /** A bench that is given a file of which something is wrong. */
  @Command(name = "wrong")
  static final class Wrong implements Runnable {
    @Override
    public void run() {
      IssueLog log = new IssueLog("day.json");
      log.add(Rule.FIELD_PRESENT, "unit g1", "maxMw", "absent", "Give its greatest output in MW.");
      throw new InvalidInputException(log.issues());
    }
  }

  @Test
  void inputThatCannotBeUsedIsToldAsTheProgramTellsIt() {
    Said said = said(Bench.commandLine().addSubcommand(new Wrong()), "wrong");
    assertEquals(BAD_INPUT, said.exit(), said.text());
    assertTrue(said.text().contains("unit g1"), said.text());
    assertTrue(said.text().contains("Give its greatest output in MW."), said.text());
  }
}
