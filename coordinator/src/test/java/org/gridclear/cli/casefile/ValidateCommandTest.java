package org.gridclear.cli.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are out of effect for a check are used, or refused by name. */
class ValidateCommandTest {
  @TempDir private Path folder;

  @Test
  void rulesOfAStudyStandInItsBaseAndAreRefusedBesideIt() throws IOException {
    Path study =
        Files.writeString(folder.resolve("s.yaml"), "study: s\nbase: {case: ieee14}\ncases: []\n");
    assertEquals(ExitCodes.DONE, Shell.run("validate", study.toString()).code());
    for (String[] beside :
        new String[][] {{"--rule-off", "NET-06"}, {"--market", folder.toString()}}) {
      Shell.Ended ended = Shell.run("validate", study.toString(), beside[0], beside[1]);
      assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
      assertTrue(ended.text().contains("a study says rulesOff at its base"), ended.text());
    }
  }

  @Test
  void everyRuleThatCannotBeOffIsNamed() {
    Shell.Ended ended = Shell.run("validate", "ieee14", "--rule-off", "NOT-1,NOT-2");
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains("(NOT-1) is unknown"), ended.text());
    assertTrue(ended.text().contains("(NOT-2) is unknown"), ended.text());
    assertEquals(ExitCodes.DONE, Shell.run("validate", "ieee14", "--rule-off", "NET-06").code());
  }
}
