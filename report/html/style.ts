// The style of the pages: light and dark, for narrow screens and for paper; nothing is loaded from anywhere.

const COLOURS = `
:root{color-scheme:light dark;--ground:#fbfbf9;--card:#fff;--ink:#1d2327;--quiet:#56606a;--line:#d9dcd8;--link:#0b57a4;
--good:#14693a;--good-ground:#e3f4e8;--bad:#a61b1b;--bad-ground:#fdeaea;--warn:#7a4d00;--warn-ground:#fdf1d8;--quiet-ground:#eef0ee}
@media (prefers-color-scheme:dark){:root{--ground:#14181b;--card:#1c2226;--ink:#e6e9ea;--quiet:#a3adb5;--line:#353d43;--link:#8cc4ff;
--good:#86dba4;--good-ground:#17331f;--bad:#ff9d9d;--bad-ground:#431c1c;--warn:#f3c876;--warn-ground:#3a2c10;--quiet-ground:#2a3136}}`;

const BASE = `
*{box-sizing:border-box}html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
header.top,main,footer{max-width:74rem;margin:0 auto;padding:0 1.25rem}
header.top{padding-top:2rem}h1{margin:0;font-size:1.7rem;line-height:1.2;letter-spacing:-.01em}
h2{font-size:1.35rem;margin:0 0 .75rem;letter-spacing:-.01em}h3{font-size:1.05rem;margin:1.25rem 0 .5rem}h4{font-size:.95rem;margin:1.25rem 0 .5rem}
section{margin:2.75rem 0}p{margin:.5rem 0}ul,ol{padding-left:1.4rem}small,.quiet{color:var(--quiet)}.quiet,small{font-size:.88em}
code{font:.88em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}.command{background:var(--quiet-ground);padding:.15em .4em;border-radius:4px}
.skip{position:absolute;left:-999rem;top:0;background:var(--card);padding:.75rem 1rem;z-index:9}.skip:focus{left:.5rem;top:.5rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
nav{position:sticky;top:0;z-index:5;background:var(--ground);border-bottom:1px solid var(--line);margin-top:1.25rem}
nav ul{max-width:74rem;margin:0 auto;padding:.45rem 1.25rem;list-style:none;display:flex;gap:.1rem 1.1rem;flex-wrap:wrap}
nav a{display:inline-block;padding:.25rem 0;text-decoration:none;font-size:.92rem}nav a:hover{text-decoration:underline}
blockquote{margin:.5rem 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line)}
footer{padding-top:1.5rem;padding-bottom:3rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.9rem}`;

const VERDICT = `
.verdict{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;padding:1rem 1.25rem;border-radius:10px;border-left:6px solid;margin:0 0 1rem}
.verdict strong{font-size:1.3rem}.good.verdict,.good.badge,.cell.good>summary{color:var(--good);background:var(--good-ground)}
.bad.verdict,.bad.badge,.cell.bad>summary{color:var(--bad);background:var(--bad-ground)}.warn.verdict,.warn.badge{color:var(--warn);background:var(--warn-ground)}
.quiet.badge,.cell.quiet>summary{color:var(--ink);background:var(--quiet-ground)}
.figures{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.75rem}
.figure{background:var(--card);border:1px solid var(--line);border-top:4px solid var(--line);border-radius:10px;padding:.8rem .95rem;display:flex;flex-direction:column;gap:.3rem}
.figure.good{border-top-color:var(--good)}.figure.bad{border-top-color:var(--bad)}.figure.warn{border-top-color:var(--warn)}
.figure a{color:inherit;text-decoration:none;display:block}.figure a:hover span{text-decoration:underline}.figure strong{display:block;font-size:1.65rem;line-height:1.15;font-variant-numeric:tabular-nums}
.badge{display:inline-block;padding:.05em .55em;border-radius:999px;font-size:.85rem;font-weight:600;white-space:nowrap}
.facts{display:flex;flex-wrap:wrap;gap:.35rem 1.6rem;margin:.9rem 0}.facts div{max-width:100%}.facts dt{font-size:.8rem;color:var(--quiet)}.facts dd{margin:0}`;

const BLOCKS = `
details{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:.55rem 0}
summary{padding:.6rem .95rem;cursor:pointer;border-radius:9px}summary:hover{text-decoration:underline;text-decoration-color:var(--line)}.fold{padding:.1rem .95rem .95rem}
.brief{margin:0 .35rem}.scroll{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:8px;margin:.6rem 0;background:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.4rem .7rem;border-top:1px solid var(--line);min-width:5.5rem}td{overflow-wrap:break-word}
thead th{border-top:0;overflow-wrap:normal;font-size:.82rem;color:var(--quiet);font-weight:600;background:var(--ground)}tbody th{font-weight:500;min-width:12rem}.number{text-align:right;font-variant-numeric:tabular-nums}
ins{text-decoration:none;border-left:3px solid var(--warn);padding-left:.5rem;display:block;font-weight:600}ins div{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.6rem;margin:.7rem 0}.sides div{border:1px solid var(--line);border-radius:8px;padding:.5rem .8rem}
.sides dt{font-size:.8rem;color:var(--quiet)}.sides dd{margin:0}.sides .bad{border-color:var(--bad)}.sides .bad dd{color:var(--bad);font-weight:600}
.chapters{list-style:none;padding:0}.chapter{border-left:3px solid var(--line);padding:.1rem 0 .3rem 1rem;margin:.7rem 0}.chapter.deviates{border-left-color:var(--bad)}.did.good{color:var(--good)}
.doc-section{border-top:1px solid var(--line);padding-top:.2rem;margin-top:.8rem}.level-3,.level-4{margin-left:clamp(0rem,2vw,1.2rem)}.id{font-weight:600}
.matrix-row{border-top:1px solid var(--line);padding:.4rem 0 .7rem}.matrix-row h3{margin:.3rem 0}.cells{display:flex;flex-wrap:wrap;gap:.4rem;align-items:flex-start}
.cell{margin:0;max-width:100%;overflow:hidden}.cell>summary{padding:.3rem .7rem;font-size:.92rem}.cell ul{padding:.1rem .9rem .4rem 1.9rem;font-size:.92rem;margin:.3rem 0}.count{font-variant-numeric:tabular-nums;font-weight:600}
.drawing{padding:.8rem}.graph{display:block;height:auto}.states-drawing{max-width:none;margin:0 auto}
.graph text{fill:var(--ink)}.graph path,.graph polygon,.graph ellipse,.graph polyline{stroke:var(--quiet)}.graph .edge polygon,.graph .start ellipse{fill:var(--quiet)}.graph .edge path{fill:none}
.states-drawing .graph0>polygon,.graph>.graph>polygon{fill:none;stroke:none}.graph .state path{fill:var(--quiet-ground);stroke:var(--ink)}
.graph .taken path,.graph .taken polygon{stroke:var(--good)}.graph .taken polygon{fill:var(--good)}.graph .refused path,.graph .refused polygon{stroke:var(--warn)}.graph .refused polygon{fill:var(--warn)}
.graph .never path,.graph .never polygon{stroke:var(--quiet)}.graph .never polygon{fill:var(--quiet)}.precedence-drawing .node text{fill:#1d2327}.precedence-drawing .node path{stroke:#566573}`;

const MEDIA = `
@media (max-width:40rem){body{font-size:15px}header.top,main,footer{padding-left:.9rem;padding-right:.9rem}nav{position:static}nav ul{padding:.45rem .9rem}.fold{padding:.1rem .6rem .7rem}.chapter{padding-left:.6rem}.scroll{margin-left:-.1rem;margin-right:-.1rem}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{:root{--ground:#fff;--card:#fff;--ink:#000;--quiet:#444;--line:#bbb;--link:#000;--good:#14693a;--good-ground:#fff;--bad:#a61b1b;--bad-ground:#fff;--warn:#7a4d00;--warn-ground:#fff;--quiet-ground:#fff}
nav,.skip{display:none}details::details-content{content-visibility:visible;block-size:auto;height:auto}.scroll{overflow:visible;border:0}.graph{max-width:100%;height:auto}section,.chapter,tr,.figure{break-inside:avoid-page}section{break-inside:auto}body{font-size:11px}}`;

export const STYLE = [COLOURS, BASE, VERDICT, BLOCKS, MEDIA].join('').trim();
