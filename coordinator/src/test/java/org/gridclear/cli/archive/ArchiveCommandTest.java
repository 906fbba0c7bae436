package org.gridclear.cli.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.cli.Shell;
import org.gridclear.web.TwoMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gridclear archive} from the command line. */
// Rows: M-13, M-14, U-04, U-05
class ArchiveCommandTest {
  @TempDir private Path folder;

  private Shell.Ended archive(String... words) {
    List<String> all = new ArrayList<>(List.of("archive"));
    all.addAll(Arrays.asList(words));
    return Shell.run(all.toArray(String[]::new));
  }

  @Test
  void aMarketIsCopiedVerifiedAndRestoredAndItsOperationsAreTheSame() throws Exception {
    String market = folder.resolve("m").toString();
    TwoMembers.make(folder.resolve("m"));
    String full = folder.resolve("full").toString();
    Shell.Ended made = archive("backup", full, "--market", market, "--by", "op");
    assertEquals(0, made.code(), made.text());
    assertTrue(made.output().startsWith("full backup of "), made.output());
    String next = folder.resolve("next").toString();
    assertEquals(
        0, archive("backup", next, "--since", full, "--market", market, "--by", "op").code());
    assertEquals(0, archive("verify", next).code());
    String again = folder.resolve("again").toString();
    Shell.Ended restored = archive("restore", next, "--market", again);
    assertEquals(0, restored.code(), restored.text());
    String[] asked = {
      "operations", "--from", "2020-01-01", "--to", "2030-01-01", "--limit", "3", "--market"
    };
    Shell.Ended before = archive(with(asked, market));
    Shell.Ended after = archive(with(asked, again));
    assertEquals(0, before.code(), before.text());
    assertEquals(before.output(), after.output());
    assertTrue(before.text().contains("There are more: --after "), before.text());
    Shell.Ended retention = archive("retention", "--market", again);
    assertTrue(retention.output().contains("acknowledged-messages"), retention.text());
    assertEquals(2, archive("forget", "--market", again).code(), "nobody is named");
    Shell.Ended forgot = archive("forget", "--market", again, "--by", "op");
    assertTrue(forgot.output().contains("0 deleted"), forgot.text());
    Path manifest = folder.resolve("full").resolve("backup.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"rows\" : 1", "\"rows\" : 2"));
    Path table = folder.resolve("full").resolve("database").resolve("day_version.jsonl.gz");
    Files.delete(table);
    assertEquals(1, archive("verify", next).code(), "what it builds on is missing");
    assertEquals(2, archive("restore", next, "--market", again).code());
    assertEquals(0, Shell.run("archive").code());
  }

  private static String[] with(String[] words, String last) {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = last;
    return all;
  }
}
