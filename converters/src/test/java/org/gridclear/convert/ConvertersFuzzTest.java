package org.gridclear.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and lines of files changed: each is used or refused with a message, and nothing else. */
class ConvertersFuzzTest {
  private static final int MUTANTS = 150;
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d*)?(?![\\w.])");
  private static final List<String> TOKENS =
      List.of("0", "-1", "1e30", "-1e30", "1e-30", "NaN", "4", "", "abc", "1 1", "'x'", "99999");
  private static final PowerFlowOptions OPTIONS =
      new PowerFlowOptions(
          PowerFlowOptions.Start.FILE, false, PowerFlowOptions.Sharing.REFERENCE, 1e-6);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "/ieee14cdf.txt, x.cdf",
    "/IEEE_14_bus.raw, x.raw",
    "/ExampleVersion32.raw, x.raw",
    ", x.uct"
  })
  void everyChangedFileIsUsedOrRefused(String resource, String name) throws IOException {
    Random random = new Random(name.hashCode());
    String text = resource == null ? ConvertersTest.ucte() : text(resource);
    List<String> failures = new ArrayList<>();
    int[] counts = new int[2];
    for (int k = 0; k < MUTANTS; k++) {
      String changed = random.nextInt(4) == 0 ? line(text, random) : number(text, random);
      Files.writeString(folder.resolve(name), changed, StandardCharsets.ISO_8859_1);
      try {
        var network = CaseFiles.load(name, folder, Set.of()).network();
        PowerFlowModel model =
            new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network));
        PowerFlowResult.dc(model, OPTIONS);
        PowerFlowResult.ac(model, OPTIONS);
        counts[0]++;
      } catch (InvalidInputException e) {
        counts[1]++;
        assertFalse(e.issues().isEmpty());
      } catch (RuntimeException | StackOverflowError e) {
        failures.add(
            "mutant %d: %s %s".formatted(k, e, Arrays.asList(e.getStackTrace()).subList(0, 4)));
      }
    }
    assertEquals(List.of(), failures);
    assertTrue(counts[0] > 10 && counts[1] > 10, Arrays.toString(counts));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = ConvertersFuzzTest.class.getResourceAsStream(resource)) {
      assertNotNull(in, resource);
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String line(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    if (random.nextBoolean()) {
      lines.remove(at);
    } else {
      lines.add(at, lines.get(at));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String number(String text, Random random) {
    List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
    MatchResult at = numbers.get(random.nextInt(numbers.size()));
    String token = TOKENS.get(random.nextInt(TOKENS.size()));
    return text.substring(0, at.start()) + token + text.substring(at.end());
  }
}
