package org.gridclear.web.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Face;
import org.junit.jupiter.api.Test;

/** Where faces are served, as it is written. */
// Rows: P-02
class DoorTest {
  private static Door read(String text) {
    return Door.read(text, "127.0.0.1", 8080);
  }

  @Test
  void aDoorIsAFaceWithItsPortAndItsHost() {
    assertEquals(new Door(Face.MEMBER, "127.0.0.1", 8080), read("member"));
    assertEquals(new Door(Face.ADMIN, "127.0.0.1", 8445), read("admin=8445"));
    assertEquals(new Door(Face.OPERATOR, "10.0.0.3", 1), read("operator=10.0.0.3:1"));
    assertEquals(new Door(Face.MEMBER, "[::1]", 2), read("member=[::1]:2"));
  }

  @Test
  void whatIsNoDoorIsNamed() {
    for (String text : List.of("members", "member=", "member=x", "member=:1", "member=70000")) {
      String said = assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
      assertTrue(said.contains(text), said);
    }
  }

  @Test
  void eachFaceHasAPortOfItsOwn() {
    assertEquals(
        "Two faces have port 8080; each needs one of its own: --face admin=PORT.",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Faces(List.of(read("member"), read("admin"))))
            .getMessage());
    assertEquals(
        "The face member is named twice.",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Faces(List.of(read("member=1"), read("member=2"))))
            .getMessage());
    Faces faces = new Faces(List.of(read("member=1"), read("admin=2")));
    assertEquals(Optional.empty(), faces.of(1), "nothing is answered before all doors are open");
    faces.started(List.of(1, 2));
    assertEquals(Optional.of(Face.ADMIN), faces.of(2));
    assertEquals(Optional.empty(), faces.of(3));
  }

  @Test
  void othersThanThisMachineNeedAccountsAndKeys() {
    Faces faces = Faces.read(List.of("member=10.0.0.3:1"), "127.0.0.1", 8080, true);
    Door here = read("operator");
    faces.refuseUnguarded(here, true, true);
    assertEquals(
        "--face member at 10.0.0.3 needs --keys.",
        assertThrows(IllegalArgumentException.class, () -> faces.refuseUnguarded(here, true, false))
            .getMessage());
    Faces.none().refuseUnguarded(here, false, false);
    Door open = new Door(Face.OPERATOR, "10.0.0.3", 1);
    assertThrows(
        IllegalArgumentException.class, () -> Faces.none().refuseUnguarded(open, false, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> Faces.read(List.of("member"), "127.0.0.1", 8080, false));
    faces.started(List.of(1));
    assertEquals(
        List.of("face member: https://10.0.0.3:1/", "ready: https://10.0.0.3:1/api/v1/studies"),
        faces.ready("https", here, 1));
    assertEquals(
        List.of("ready: http://127.0.0.1:9/api/v1/studies"), Faces.none().ready("http", here, 9));
  }

  @Test
  void theFirstLineThatFitsCountsAndWhatNoneFitsIsNowhere() {
    FaceCalls calls =
        FaceCalls.parse("# words\nGET /a/{x} member admin\n\n* /a/** operator\nPOST,PUT /b all\n");
    assertEquals(Set.of(Face.MEMBER, Face.ADMIN), calls.of("HEAD", "/a/{x}"));
    assertEquals(Set.of(Face.OPERATOR), calls.of("POST", "/a/1"));
    assertEquals(Set.of(Face.OPERATOR), calls.of("GET", "/a/1/2"));
    assertEquals(Set.of(Face.values()), calls.of("PUT", "/b"));
    assertEquals(Set.of(), calls.of("GET", "/b"));
    assertThrows(IllegalStateException.class, () -> FaceCalls.parse("GET /a"));
  }
}
