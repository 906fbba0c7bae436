#!/usr/bin/env bash
# What a workbook holds where a number was none (NaN, an infinite ratio), written with fastexcel.
#
# Guess: the writer refuses such a number, as it refuses a text that is too long, or leaves the cell empty; a number that
# it took is read again by the reader of the same release.
#
# Instead: the writer writes the words NaN and Infinity into cells of the type number, and says nothing. The reader of
# the same release throws an ExcelReaderException that does not name the cell, and no row of the sheet is read.
#
# Version: fastexcel and fastexcel-reader 0.20.2.
#
# Matters: one price without a value in a table of a year makes the workbook unreadable as a whole, to whom it was sent.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.dhatim</groupId><artifactId>fastexcel</artifactId><version>0.20.2</version></dependency>
    <dependency><groupId>org.dhatim</groupId><artifactId>fastexcel-reader</artifactId><version>0.20.2</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

public class Probe {
  public static void main(String[] arguments) throws Exception {
    for (double price : new double[] {412.5, Double.NaN, Double.POSITIVE_INFINITY}) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (Workbook book = new Workbook(bytes, "prices", "1.0")) {
        Worksheet sheet = book.newWorksheet("prices");
        sheet.value(0, 0, "bus 1");
        sheet.value(1, 0, price);
        sheet.value(2, 0, "bus 2");
      }
      System.out.println(price + " lies there as " + cell(bytes.toByteArray()));
      try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
        System.out.println(price + " read: " + book.getFirstSheet().read().size() + " rows");
      } catch (Exception e) {
        System.out.println(price + " read: " + e.getClass().getSimpleName() + ", says where: " + String.valueOf(e.getMessage()).contains("A2"));
      }
    }
  }

  private static String cell(byte[] workbook) throws Exception {
    Path file = Files.write(Path.of("book.xlsx"), workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
      String text = new String(sheet, StandardCharsets.UTF_8);
      int from = text.indexOf("<c r=\"A2\"");
      return text.substring(from, text.indexOf("</c>", from) + 4);
    }
  }
}
JAVA
javac -cp "$(cat cp.txt)" Probe.java
java -cp "$(cat cp.txt):." Probe | tee out

grep -q '^412.5 read: 3 rows' out
grep -q '^NaN lies there as .*t="n"><v>NaN</v>' out
grep -q '^NaN read: ExcelReaderException, says where: false' out
grep -q '^Infinity lies there as .*t="n"><v>Infinity</v>' out
grep -q '^Infinity read: ExcelReaderException, says where: false' out
echo "as found"
