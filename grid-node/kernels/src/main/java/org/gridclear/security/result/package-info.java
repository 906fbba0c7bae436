/** Results of a screening: loadings, states of outages, blocks of outages. */
@NullMarked
package org.gridclear.security.result;

import org.jspecify.annotations.NullMarked;
