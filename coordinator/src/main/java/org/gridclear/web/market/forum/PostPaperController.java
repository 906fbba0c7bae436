package org.gridclear.web.market.forum;

import java.nio.charset.StandardCharsets;
import org.gridclear.account.Right;
import org.gridclear.market.forum.Forum;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is attached to posts of the forum. */
@RestController
@RequestMapping("/api/v1/forum")
class PostPaperController {
  private final ServedForum served;

  PostPaperController(ServedForum served) {
    this.served = served;
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
