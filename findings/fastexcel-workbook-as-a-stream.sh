#!/usr/bin/env bash
# Whether a workbook of fastexcel can be read while it comes in, before all of it is there, by what Java itself has.
#
# Guess: yes; a workbook is a ZIP archive, and an archive that a library writes as a stream can be read as one.
#
# Instead: java.util.zip.ZipInputStream stops in the first entry with "invalid entry size (expected 0 but got …)": behind
# the data stand sizes of eight bytes, and nothing before the data says so. With the archive's directory at the end
# (ZipFile, and so a file) it is read; POI reads it from a stream, too.
#
# Version: fastexcel 0.20.2, poi-ooxml 5.4.1, JDK 17.
#
# Matters: a gateway or a checker of uploads that looks into an archive as it passes refuses a good workbook as damaged.
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
    <dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.4.1</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;

public class Probe {
  public static void main(String[] arguments) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "prices", "1.0")) {
      book.newWorksheet("prices").value(0, 0, 412.5);
    }
    Path file = Files.write(Path.of("book.xlsx"), bytes.toByteArray());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      System.out.println("as a file: " + zip.size() + " entries");
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      int count = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        zip.readAllBytes();
        count++;
      }
      System.out.println("as a stream: " + count + " entries");
    } catch (Exception e) {
      System.out.println("as a stream: " + e.getClass().getSimpleName() + " " + e.getMessage());
    }
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
      System.out.println("by POI, as a stream: " + book.getSheetAt(0).getRow(0).getCell(0).getNumericCellValue());
    } catch (Exception e) {
      System.out.println("by POI, as a stream: " + e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }
}
JAVA
javac -cp "$(cat cp.txt)" Probe.java
java -cp "$(cat cp.txt):." Probe 2>/dev/null | tee out

grep -q '^as a file: 9 entries' out
grep -q '^as a stream: ZipException invalid entry size (expected 0 but got [0-9]* bytes)' out
grep -q '^by POI, as a stream: 412.5' out
echo "as found"
