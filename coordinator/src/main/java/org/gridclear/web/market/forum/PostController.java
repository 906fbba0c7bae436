package org.gridclear.web.market.forum;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.forum.Forum;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.AttachedPapers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Posts of the forum, and what is attached to them. */
@RestController
@RequestMapping("/api/v1/forum")
class PostController {
  private final ServedForum served;

  PostController(ServedForum served) {
    this.served = served;
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
  PostAnswer write(Caller caller, @RequestBody Written written) {
    Forum.Draft draft =
        new Forum.Draft(
            written.topic() == null ? 0 : written.topic(),
            ServedForum.text(written.title()),
            ServedForum.text(written.text()),
            Forum.Chapter.of(ServedForum.text(written.chapter())),
            AttachedPapers.read(written.papers()));
    return PostAnswer.of(
        served.forum().write(ServedForum.person(caller), draft), ServedForum.person(caller));
  }

  /** What is attached: picture, voice and video are shown in place, all else is a file. */
  @GetMapping("/posts/{number}/papers/{name}")
  @Needs({Right.READ_OWN, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> paper(
      Caller caller, @PathVariable long number, @PathVariable String name) {
    Forum.Paper paper =
        served
            .forum()
            .paper(ServedForum.person(caller), number, name)
            .orElseThrow(() -> ServedForum.missing("file '%s' of post".formatted(name), number));
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
}
