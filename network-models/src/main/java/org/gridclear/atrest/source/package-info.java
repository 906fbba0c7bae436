/** Where keys of data at rest are kept: a file, a token, a service. */
@NullMarked
package org.gridclear.atrest.source;

import org.jspecify.annotations.NullMarked;
