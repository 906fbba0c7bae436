package org.gridclear.atrest.source;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.atrest.KeyRing;

/**
 * The data keys of an open token. An AES key is made in the token and never leaves it; a data key
 * is two blocks that the token encrypts with it, the same each time.
 *
 * @param provider what computes in the token
 * @param store what the token holds
 * @param slot its slot, for messages
 */
record TokenKeys(Provider provider, KeyStore store, String slot) {
  private static final String ALIAS = "gridclear-data-";

  /** All keys, the oldest first. */
  KeyRing ring() throws GeneralSecurityException {
    List<DataKey> keys = new ArrayList<>();
    for (String alias : aliases()) {
      SecretKey held = (SecretKey) store.getKey(alias, null);
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding", provider);
      cipher.init(Cipher.ENCRYPT_MODE, held);
      byte[] blocks = new byte[DataKey.BYTES];
      blocks[0] = 1;
      blocks[DataKey.BYTES / 2] = 2;
      keys.add(new DataKey(cipher.doFinal(blocks), alias));
    }
    if (keys.isEmpty()) {
      throw new KeyRefusedException(
          "The token (slot %s) has no key yet. Make one with: gridclear keys init".formatted(slot));
    }
    return new KeyRing(keys, KeyToken.SCHEME + KeyToken.SLOT + slot);
  }

  /** Makes the first key. */
  KeyRing init() throws GeneralSecurityException {
    if (!aliases().isEmpty()) {
      throw new KeyRefusedException(
          "The token (slot %s) has a key already. For another: gridclear keys rotate"
              .formatted(slot));
    }
    generate();
    return ring();
  }

  /** Makes a further key. */
  KeyRing rotate() throws GeneralSecurityException {
    ring();
    generate();
    return ring();
  }

  private List<String> aliases() throws GeneralSecurityException {
    List<String> own = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (alias.matches(ALIAS + "\\d{6}")) {
        own.add(alias);
      }
    }
    Collections.sort(own);
    return own;
  }

  private void generate() throws GeneralSecurityException {
    List<String> before = aliases();
    int number =
        before.isEmpty()
            ? 1
            : Integer.parseInt(before.get(before.size() - 1).substring(ALIAS.length())) + 1;
    KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
    generator.init(DataKey.BYTES * Byte.SIZE);
    store.setKeyEntry("%s%06d".formatted(ALIAS, number), generator.generateKey(), null, null);
  }
}
