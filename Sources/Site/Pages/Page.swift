/// One page of the site, before it gets its frame.
struct Page: Sendable {
  /// Where it stands, as `labs/optimizers/index.html`.
  let address: String
  let title: String
  /// One sentence for lists of pages and for search engines.
  let summary: String
  /// What stands between navigation and footer. Addresses are relative to the page.
  let content: HTML
  /// The pages above it, outermost first; the index page is left out.
  var above: [Link] = []
  /// The page before and the page after it among its kind.
  var former: Link?
  var next: Link?
  /// Whether its headings are listed beside it.
  var hasContents = true
  /// A class of its body, for style.
  var kind = "text"
}

/// The address and the title of a page.
struct Link: Sendable, Equatable {
  var address: String
  var title: String
}
