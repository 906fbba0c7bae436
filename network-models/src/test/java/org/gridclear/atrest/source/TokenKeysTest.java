package org.gridclear.atrest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import javax.crypto.KeyGenerator;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.atrest.KeyRing;
import org.junit.jupiter.api.Test;

/** Data keys of a token, with a store of the JDK in its place. */
class TokenKeysTest {
  private final Provider provider = Security.getProvider("SunJCE");

  private TokenKeys token(KeyStore store) {
    return new TokenKeys(provider, store, "7");
  }

  private static KeyStore store() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, "pin".toCharArray());
    return store;
  }

  private static List<String> ids(KeyRing ring) {
    return ring.keys().stream().map(DataKey::id).toList();
  }

  @Test
  void aKeyIsTheSameEachTimeAndAFurtherOneIsAnother() throws Exception {
    KeyStore store = store();
    KeyRing first = token(store).init();
    assertEquals(ids(first), ids(token(store).ring()));
    KeyRing both = token(store).rotate();
    assertEquals(2, both.keys().size());
    assertEquals(ids(first).get(0), ids(both).get(0), "what was written before can be read");
    assertNotEquals(ids(both).get(0), ids(both).get(1));
    assertNotEquals(ids(first), ids(token(store()).init()), "of another token");
  }

  @Test
  void aTokenWithoutAKeyIsRefusedAndOneWithAKeyGetsNoFirstOne() throws Exception {
    KeyStore store = store();
    for (var asked :
        List.<org.junit.jupiter.api.function.Executable>of(
            () -> token(store).ring(), () -> token(store).rotate())) {
      String said = assertThrows(KeyRefusedException.class, asked).getMessage();
      assertTrue(said.contains("slot 7") && said.contains("keys init"), said);
    }
    token(store).init();
    String said = assertThrows(KeyRefusedException.class, token(store)::init).getMessage();
    assertTrue(said.contains("has a key already") && said.contains("keys rotate"), said);
  }

  @Test
  void keysOfOthersInTheTokenAreLeftAlone() throws Exception {
    KeyStore store = store();
    store.setKeyEntry(
        "payroll", KeyGenerator.getInstance("AES", provider).generateKey(), null, null);
    assertEquals(1, token(store).init().keys().size());
  }
}
