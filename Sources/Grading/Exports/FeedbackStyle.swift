/// How feedback looks: quiet, one column, the total first, colours that hold 4.5:1 against their ground in light and dark.
enum FeedbackStyle {
  static let css = """
    :root {
      --ground: #ffffff; --raised: #f5f6f8; --line: #d9dce1; --text: #1b1f24; --quiet: #59616c; --link: #0b57b0;
      --good: #116b30; --good-ground: #e3f4e8; --bad: #a3231a; --bad-ground: #fcebe9;
      --warn: #7a4b00; --warn-ground: #fdf1d8; --note-ground: #eaf1fb;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14171a; --raised: #1e2227; --line: #363c44; --text: #e7e9ec; --quiet: #a3abb6; --link: #82b7ff;
        --good: #63d18a; --good-ground: #16301f; --bad: #ff9a8f; --bad-ground: #3a1a18;
        --warn: #f0c060; --warn-ground: #352810; --note-ground: #182536;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--ground); color: var(--text);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      overflow-wrap: anywhere;
    }
    main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
    h1 { font-size: 1.9rem; margin: 0.1rem 0 0.4rem; letter-spacing: -0.01em; }
    h2 { font-size: 1.3rem; margin: 2.75rem 0 0.75rem; }
    h3 { font-size: 1.1rem; margin: 0; }
    h4 { font-size: 0.9rem; margin: 1.25rem 0 0.35rem; color: var(--quiet); font-weight: 600; }
    p { margin: 0.5rem 0; }
    a { color: var(--link); text-underline-offset: 0.15em; }
    a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    code, pre, .compare td, .compare tr > th { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875rem; }
    .course, .facts, .place, .by, figcaption { color: var(--quiet); font-size: 0.9rem; }
    .course { margin: 0; }
    .total { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
    .total b { font-size: 2.4rem; line-height: 1; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
    .bar { height: 0.5rem; border-radius: 0.25rem; background: var(--line); overflow: hidden; }
    .bar div { height: 100%; background: var(--good); }
    .remark { background: var(--warn-ground); border-radius: 0.4rem; padding: 0.6rem 0.85rem; margin: 0.85rem 0; }
    nav table { width: 100%; border-collapse: collapse; }
    nav th, nav td { text-align: left; font-weight: 400; padding: 0.45rem 0.5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
    nav th:first-child { padding-left: 0; }
    nav td:last-child, nav thead th:last-child { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 0; }
    nav thead th { color: var(--quiet); font-size: 0.85rem; }
    nav .lab th, nav .lab td { font-weight: 600; padding-top: 1.1rem; }
    .id { color: var(--quiet); font-variant-numeric: tabular-nums; display: inline-block; min-width: 2.4em; font-weight: 400; }
    .of { color: var(--quiet); }
    .badge { display: inline-block; white-space: nowrap; border-radius: 1rem; padding: 0.05rem 0.65rem; font-size: 0.85rem; background: var(--raised); color: var(--quiet); }
    .badge.passed { background: var(--good-ground); color: var(--good); }
    .badge.wrong, .badge.broken { background: var(--bad-ground); color: var(--bad); }
    .badge.open { background: var(--warn-ground); color: var(--warn); }
    article { border: 1px solid var(--line); border-radius: 0.6rem; padding: 1rem 1.15rem 1.1rem; margin: 1rem 0; scroll-margin-top: 1rem; }
    article:target { border-color: var(--link); }
    .result { margin: 0.4rem 0 0.9rem; color: var(--quiet); }
    .result > span:last-child { margin-left: 0.4rem; font-size: 0.9rem; }
    .diagnosis { border-left: 3px solid var(--bad); padding-left: 0.9rem; margin: 0.9rem 0; }
    .diagnosis p { margin: 0.35rem 0; }
    .place { white-space: normal; }
    .mark { background: var(--note-ground); border-radius: 0.4rem; padding: 0.6rem 0.85rem; margin: 0.85rem 0; }
    .mark p { margin: 0; }
    .input { margin: 0.25rem 0 0.6rem; }
    .scroll { overflow-x: auto; }
    .compare { border-collapse: collapse; }
    .compare th, .compare td { text-align: left; font-weight: 400; padding: 0.12rem 1.4rem 0.12rem 0; white-space: pre; overflow-wrap: normal; }
    .compare th, .compare .gap td, .compare .note { color: var(--quiet); }
    .compare .worst th { color: var(--text); }
    .compare:not(.scroll .compare) td { white-space: pre-wrap; overflow-wrap: anywhere; }
    mark { background: var(--bad-ground); color: var(--bad); border-radius: 0.2rem; padding: 0.05rem 0.2rem; margin: 0 -0.2rem; }
    pre { background: var(--raised); border-radius: 0.4rem; padding: 0.7rem 0.85rem; margin: 0.5rem 0; overflow-x: auto; white-space: pre; overflow-wrap: normal; line-height: 1.45; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 0 1.25rem; }
    figure { margin: 1.25rem 0; }
    figure img { max-width: 100%; height: auto; display: block; border-radius: 0.4rem; background: #ffffff; margin: 0.5rem 0; }
    @media (max-width: 30rem) {
      main { padding: 1.5rem 1rem 3rem; }
      article { padding: 0.85rem 0.9rem; }
      .id { min-width: 0; }
      nav th:first-child { width: 100%; }
      nav th, nav td { padding-left: 0.3rem; padding-right: 0.3rem; }
      .badge { padding: 0.05rem 0.5rem; font-size: 0.8rem; }
    }
    @media print {
      :root {
        --ground: #ffffff; --raised: #f5f6f8; --line: #c9cdd3; --text: #000000; --quiet: #444b55; --link: #000000;
        --good: #0d5325; --good-ground: #ffffff; --bad: #8a1c14; --bad-ground: #ffffff;
        --warn: #5c3900; --warn-ground: #ffffff; --note-ground: #ffffff;
      }
      @page { margin: 18mm 16mm; }
      body { font-size: 10.5pt; }
      main { max-width: none; padding: 0; }
      figure, tr, .mark, .remark, .compare, .diagnosis p { break-inside: avoid; }
      h2, h3, h4, .result, .input { break-after: avoid; }
      p { orphans: 3; widows: 3; }
      nav th, nav td { padding-top: 0.2rem; padding-bottom: 0.2rem; }
      article { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 0.8rem 0 0.3rem; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      pre, .remark, .mark { border: 1px solid var(--line); }
      .badge { background: none; }
      .badge { padding-left: 0; }
      mark { text-decoration: underline; font-weight: 600; }
      .bar { border: 1px solid var(--line); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      a[href^="http"]::after { content: " (" attr(href) ")"; color: var(--quiet); font-size: 0.85em; }
    }
    """
}
