package org.gridclear.bench.compare;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import org.gridclear.study.Yaml;
import org.gridclear.validate.IssueLog;
import tools.jackson.databind.JsonNode;

/**
 * A command that both builds run. In its words {@code {out}} is a folder made anew for each run,
 * {@code {work}} one that all runs share, and <code>{file NAME}</code> a file of that name among
 * the data.
 *
 * @param name what the table calls it
 * @param set the set it belongs to
 * @param arguments words of the command
 * @param prepare commands of this build that make what it reads, run once
 * @param files small texts that it reads, by the name in {@code {work}}
 * @param atMost the ratio of CPU time that is asked for, null for none
 */
record ComparedJob(
    String name,
    String set,
    List<String> arguments,
    List<List<String>> prepare,
    Map<String, String> files,
    Double atMost) {
  private static final Pattern FILE = Pattern.compile("\\{file ([^}]+)}");

  @JsonCreator
  ComparedJob(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty("set") String set,
      @JsonProperty(value = "arguments", required = true) List<String> arguments,
      @JsonProperty("prepare") List<List<String>> prepare,
      @JsonProperty("files") Map<String, String> files,
      @JsonProperty("atMost") Double atMost) {
    this.name = name;
    this.set = set;
    this.arguments = List.copyOf(arguments);
    this.prepare = prepare == null ? List.of() : List.copyOf(prepare);
    this.files = files == null ? Map.of() : Map.copyOf(files);
    this.atMost = atMost;
  }

  /** All sets of the bench, by name. */
  static Map<String, List<ComparedJob>> sets() {
    try (InputStream text = ComparedJob.class.getResourceAsStream("/compare/sets.yaml")) {
      return sets(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets as YAML: a list of jobs by the name of the set. */
  static Map<String, List<ComparedJob>> sets(String text) {
    IssueLog log = new IssueLog("sets.yaml");
    JsonNode document = Yaml.parse(text, log, "Give lists of jobs by the name of their set.");
    log.throwIfErrors();
    Map<String, List<ComparedJob>> sets = new TreeMap<>();
    document
        .properties()
        .forEach(
            set ->
                sets.put(
                    set.getKey(),
                    set.getValue().valueStream().map(job -> of(set.getKey(), job)).toList()));
    return sets;
  }

  private static ComparedJob of(String set, JsonNode job) {
    ComparedJob read = Json.MAPPER.convertValue(job, ComparedJob.class);
    return new ComparedJob(read.name, set, read.arguments, read.prepare, read.files, read.atMost);
  }

  /** The name of a data file that it needs and that is not there. */
  Optional<String> missing(Path data) {
    return Stream.concat(Stream.of(arguments), prepare.stream())
        .flatMap(List::stream)
        .flatMap(word -> FILE.matcher(word).results().map(found -> found.group(1)))
        .filter(file -> found(data, file).isEmpty())
        .findFirst();
  }

  /** Words of a command with folders and files in their places. */
  static List<String> words(List<String> command, Path data, Path work, Path out) {
    return command.stream()
        .map(word -> word.replace("{out}", out.toString()).replace("{work}", work.toString()))
        .map(
            word ->
                FILE.matcher(word)
                    .replaceAll(
                        match ->
                            Matcher.quoteReplacement(
                                found(data, match.group(1)).orElseThrow().toString())))
        .toList();
  }

  private static Optional<Path> found(Path data, String name) {
    if (data == null) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(each -> each.endsWith(name)).sorted().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
