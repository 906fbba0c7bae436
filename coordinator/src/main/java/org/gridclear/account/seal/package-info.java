/** Seals over the audit log that anybody verifies with a public key (Ed25519). */
@NullMarked
package org.gridclear.account.seal;

import org.jspecify.annotations.NullMarked;
