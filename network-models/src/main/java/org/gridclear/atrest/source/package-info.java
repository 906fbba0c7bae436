/** Where keys of data at rest are kept: a file, a token, a service. */
package org.gridclear.atrest.source;
