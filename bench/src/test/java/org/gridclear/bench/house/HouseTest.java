package org.gridclear.bench.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures of a small project whose lines are counted by hand. */
class HouseTest {
  private static final String MAIN = "core/src/main/java/org/gridclear/";

  @TempDir Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @BeforeEach
  void project() throws IOException {
    write(
        MAIN + "a/First.java",
        """
        package org.gridclear.a;

        import org.gridclear.b.Other;

        class First {
          int one() {
            return 1;
          }

          Second second;

          class Inner {
            void three() {
              int k = 1;
            }
          }
        }
        """);
    write(
        MAIN + "a/Second.java",
        """
        package org.gridclear.a;

        sealed interface Second permits First {
          First first();

          default Runnable run() {
            return new Runnable() {
              @Override
              public void run() {}
            };
          }
        }
        """);
    write(MAIN + "a/package-info.java", "/** A. */\n@NullMarked\npackage org.gridclear.a;\n");
    write(MAIN + "b/package-info.java", "/** @NullMarked it is not. */\npackage x;\n");
    write(MAIN + "b/Other.java", "package org.gridclear.b;\n\nclass Other {}\n");
    write("core/src/test/java/org/gridclear/a/FirstTest.java", "package x;\n\nclass T {}\n");
    write("core/target/src/main/java/org/gridclear/a/Made.java", "package x;\nclass Made {}\n");
    write(MAIN + "a/notes.txt", "no code");
  }

  @Test
  void linesOfMainAndTestsAreCountedWithoutPackagesAndWhatIsMade() throws IOException {
    House house = House.read(root);
    assertEquals(List.of(17, 12, 3), house.fileLines());
    assertEquals("32, 3, 0.09", house.ratioLine());
    assertEquals(List.of(2, 1), house.filesOfPackages());
    assertEquals("1 of 2", House.nullMarkedLine(root));
  }

  /** A checkout that a bench keeps beside the sources is another project. */
  @Test
  void whatIsCheckedOutBelowIsNotCounted() throws IOException {
    write("bench/builds/abc/.git", "gitdir: elsewhere\n");
    write(
        "bench/builds/abc/" + MAIN + "a/First.java", "package org.gridclear.a;\nclass First {}\n");
    write("bench/builds/abc/" + MAIN + "a/package-info.java", "package org.gridclear.a;\n");
    write("bench/builds/abc/core/src/test/java/org/gridclear/a/T.java", "class T {}\n");
    write(".git/HEAD", "ref\n");
    assertEquals("32, 3, 0.09", House.read(root).ratioLine());
    assertEquals("1 of 2", House.nullMarkedLine(root));
  }

  @Test
  void methodsWithABodyAreCountedFromTheirFirstLineToTheirLast() throws IOException {
    House house = House.read(root);
    assertEquals(List.of(3, 3, 6, 2), house.methodLines());
    assertEquals(Map.of("Second.run:6", 6), house.longMethods(3));
    assertEquals(Map.of(), house.longMethods(6));
  }

  @Test
  void packagesOfMoreFilesThanThatAreLarge() throws IOException {
    House house = House.read(root);
    assertEquals(Map.of("org.gridclear.a", 2), house.largePackages(1));
    assertEquals(Map.of(), house.largePackages(2));
  }

  @Test
  void doorsAreCommandsAndControllersOfTheProduct() throws IOException {
    write(
        MAIN + "cli/x/RunCommand.java",
        "package org.gridclear.cli.x;\n"
            + "import org.gridclear.a.First;\n"
            + "import org.gridclear.b.Other;\n"
            + "import org.gridclear.b.More;\n"
            + "import org.gridclear.cli.x.Own.Inner;\n"
            + "import java.util.List;\n"
            + "class RunCommand {}\n");
    write(
        MAIN + "web/RunController.java",
        "package org.gridclear.web;\n"
            + "import org.gridclear.a.First.Inner;\n"
            + "class RunController {}\n");
    write(
        MAIN + "bench/BigCommand.java",
        "package org.gridclear.bench;\n\n\n\n\n\n\n\nclass BigCommand {}\n");
    House house = House.read(root);
    assertEquals(Map.of("RunCommand", 7), house.longDoors(5));
    assertEquals(Map.of("RunCommand", 7, "RunController", 3), house.longDoors(2));
    assertEquals("{cli.x=2, web=1}", house.importsLine());
  }

  /** Imports, Javadoc, words of an annotation and a second type below do not count. */
  @Test
  void theClassOfADoorIsCountedFromItsDeclarationToItsLastBrace() throws IOException {
    write(
        MAIN + "cli/x/RunCommand.java",
        "package org.gridclear.cli.x;\n\nimport java.util.List;\n\n/** Runs. */\n"
            + "@Command(\n    name = \"run\",\n    description = \"Run it.\")\n"
            + "final class RunCommand {\n  List<String> words;\n\n  class Inner {\n  }\n}\n"
            + "class Small {\n}\n");
    write(
        MAIN + "web/BareController.java",
        "package org.gridclear.web;\n@Rest\nclass BareController {\n  int a;\n}\n");
    write(
        MAIN + "web/PlainController.java",
        "package org.gridclear.web;\nclass PlainController\n{}\n");
    House house = House.read(root);
    assertEquals(
        Map.of("RunCommand", 6, "BareController", 3, "PlainController", 2),
        house.longDoorClasses(1));
    assertEquals(Map.of("RunCommand", 6), house.longDoorClasses(5));
  }

  @Test
  void aCircleIsThatOfFilesThatUseEachOtherAndNotOfASealedTypeAndItsOwn() throws IOException {
    assertEquals(List.of(List.of("First", "Second")), House.read(root).circles(1));
    assertEquals(List.of(), House.read(root).circles(2));
    write(
        MAIN + "a/Second.java",
        "package org.gridclear.a;\nsealed interface Second permits First {}\n");
    assertEquals(List.of(), House.read(root).circles(1));
    write(
        MAIN + "b/Other.java",
        "package org.gridclear.b;\nimport org.gridclear.a.First;\nclass Other {}\n");
    assertEquals(List.of(List.of("First", "Other")), House.read(root).circles(1));
  }

  @ParameterizedTest
  @CsvSource({
    "'7', 7/7/7/7",
    "'1,2', 1/1/1/2",
    "'3,1,2', 2/2/2/3",
    "'1,2,3,4,5,6,7,8,9,10,11', 6/10/10/11",
  })
  void theSpreadIsMedianNinetiethNinetyNinthAndMost(String numbers, String spread) {
    List<Integer> values = List.of(numbers.split(",", -1)).stream().map(Integer::valueOf).toList();
    assertEquals(spread, House.spread(values));
  }

  @Test
  void linesOfProseAreMeasuredAndTablesAndCodeAreNot() throws IOException {
    String ten = "0123456789";
    write("CONTRIBUTING.md", ten + "\n" + ten + "1\n");
    write("README.md", "| " + ten + ten + " |\n  | " + ten + ten + "\n甲乙丙丁戊己庚辛壬癸\n");
    write("docs/deep/b.md", "```\n" + ten + ten + "\n```\n" + ten + "12\n");
    write("docs/a.md", "x\n" + ten + "x\n");
    write("docs/a.txt", ten + ten + "\n");
    assertEquals(
        List.of("CONTRIBUTING.md:2", "docs/a.md:2", "docs/deep/b.md:4"), DocLines.over(root, 10));
    assertTrue(DocLines.over(root, 12).isEmpty());
  }
}
