/** Tests of what has been made for download, as those who download it use it. */
package org.volans.dist;
