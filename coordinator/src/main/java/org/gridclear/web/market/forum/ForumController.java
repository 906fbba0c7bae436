package org.gridclear.web.market.forum;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.forum.Forum;
import org.gridclear.market.store.forum.PostRow;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.AttachedPapers;
import org.gridclear.web.market.ServedMarket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Topics of the forum and their moderation. Accounts are named to moderators alone. */
@RestController
@RequestMapping("/api/v1/forum")
class ForumController {
  private final ServedMarket served;

  ForumController(ServedMarket served) {
    this.served = served;
  }

  /**
   * A post.
   *
   * @param by operator, member or you; to moderators the account
   * @param byOperator whether who wrote it operates the market
   * @param chapter chapter of the guide that it is about; "" for none
   * @param papers what is attached
   */
  record Shown(
      long number,
      long topic,
      String title,
      String text,
      String by,
      boolean byOperator,
      OffsetDateTime at,
      String state,
      String reason,
      String chapter,
      List<Attached> papers) {
    static Shown of(PostRow row, Forum.Person reader) {
      boolean own = row.account().equals(reader.account());
      String by = row.byOperator() ? "operator" : own ? "you" : "member";
      return new Shown(
          row.number(),
          row.topic(),
          row.title(),
          row.body(),
          reader.moderates() ? row.account() : by,
          row.byOperator(),
          row.at(),
          row.state(),
          own || reader.moderates() ? row.reason() : "",
          row.chapter(),
          row.papers().stream()
              .map(paper -> new Attached(paper.name(), paper.media(), paper.length()))
              .toList());
    }
  }

  /**
   * Something that is attached.
   *
   * @param media type of its content
   * @param length bytes
   */
  record Attached(String name, String media, long length) {}

  private Forum forum() {
    return new Forum(served.folder().database(), served.folder().content(), Clock.systemUTC());
  }

  private static Forum.Person person(Caller caller) {
    return new Forum.Person(caller.name(), caller.may(Right.OPERATE_MARKET));
  }

  /** First posts of topics, the newest first; how many there are is in X-Total-Count. */
  @GetMapping("/topics")
  @Needs({Right.READ_OWN, Right.OPERATE_MARKET})
  ResponseEntity<List<Shown>> topics(
      Caller caller,
      @RequestParam(defaultValue = "") String chapter,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100") int limit) {
    Forum.Chapter of = Forum.Chapter.of(chapter);
    RowRange range = new RowRange(offset, limit);
    Forum.Person reader = person(caller);
    List<Shown> shown =
        forum().topics(reader, of, range.offset(), range.limit()).stream()
            .map(row -> Shown.of(row, reader))
            .toList();
    return ResponseEntity.ok()
        .header("X-Total-Count", Long.toString(forum().topicCount(reader, of)))
        .body(shown);
  }

  /** A topic with its answers; 404 where the caller sees none. */
  @GetMapping("/topics/{number}")
  @Needs({Right.READ_OWN, Right.OPERATE_MARKET})
  List<Shown> topic(Caller caller, @PathVariable long number) {
    Forum.Person reader = person(caller);
    List<PostRow> posts = forum().topic(reader, number);
    if (posts.isEmpty()) {
      throw missing("topic", number);
    }
    return posts.stream().map(row -> Shown.of(row, reader)).toList();
  }

  /** Posts that wait for a moderator. */
  @GetMapping("/waiting")
  @Needs(Right.OPERATE_MARKET)
  List<Shown> waiting(Caller caller) {
    return forum().waiting().stream().map(row -> Shown.of(row, person(caller))).toList();
  }

  /**
   * What somebody writes.
   *
   * @param topic number of the topic that it answers; none or 0 for a new one
   * @param title of a new topic
   * @param text what is said
   * @param chapter chapter of the guide that a new topic is about
   * @param papers pictures, voice, video, documents by name, Base64
   */
  record Written(
      @Nullable Long topic,
      @Nullable String title,
      @Nullable String text,
      @Nullable String chapter,
      @Nullable Map<String, @Nullable String> papers) {}

  /** Writes a topic or an answer; what a member writes waits for a moderator. */
  @PostMapping(path = "/posts", consumes = "application/json")
  @Needs({Right.DECLARE, Right.OPERATE_MARKET})
  Shown write(Caller caller, @RequestBody Written written) {
    Forum.Draft draft =
        new Forum.Draft(
            written.topic() == null ? 0 : written.topic(),
            text(written.title()),
            text(written.text()),
            Forum.Chapter.of(text(written.chapter())),
            AttachedPapers.read(written.papers()));
    return Shown.of(forum().write(person(caller), draft), person(caller));
  }

  /** What is attached: picture, voice and video are shown in place, all else is a file. */
  @GetMapping("/posts/{number}/papers/{name}")
  @Needs({Right.READ_OWN, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> paper(
      Caller caller, @PathVariable long number, @PathVariable String name) {
    Forum.Paper paper =
        forum()
            .paper(person(caller), number, name)
            .orElseThrow(() -> missing("file '%s' of post".formatted(name), number));
    MediaType type = MediaType.parseMediaType(paper.row().media());
    ContentDisposition.Builder place =
        type.getType().equals("application")
            ? ContentDisposition.attachment()
            : ContentDisposition.inline();
    return ResponseEntity.ok()
        .contentType(type)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            place.filename(name, StandardCharsets.UTF_8).build().toString())
        .body(paper.content());
  }

  /** shown or hidden, and why. */
  record Decision(@Nullable String decision, @Nullable String reason) {}

  /** Shows or hides a post. */
  @PostMapping(path = "/posts/{number}/moderation", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Shown moderate(Caller caller, @PathVariable long number, @RequestBody Decision decision) {
    return forum()
        .moderate(caller.name(), number, text(decision.decision()), text(decision.reason()))
        .map(row -> Shown.of(row, person(caller)))
        .orElseThrow(() -> missing("post", number));
  }

  private static ResponseStatusException missing(String what, long number) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no %s %d here.".formatted(what, number));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
