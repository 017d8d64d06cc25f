/** The description of the API as a page for people: no script, and nothing from elsewhere. */
import { html, type Markup } from '../drawing/markup.ts';
import type { Voice } from '../language/voice.ts';
import type { Content, Description, Operation, Parameter, Schema } from './openapi.ts';
import { STATUSES, titleOf } from './problem.ts';

export const PAGE_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const PAGE_STYLE = `
.api{max-width:62rem;padding-top:24px;padding-bottom:64px}
.api h2{font-size:1.2rem;border-top:2px solid var(--ink);margin-top:44px;padding-top:10px}
.api h3{font-size:1rem;margin-top:24px}
.api code,.api .path{font-family:ui-monospace,"Noto Sans Mono CJK JP",Menlo,Consolas,monospace;font-size:.9333rem}
.api .method{display:inline-block;min-width:4.5em;font-weight:700}
.api .contents{columns:3 12em;margin-top:8px}
.api .wide{overflow-x:auto}
.api table{border-collapse:collapse;width:100%;margin-top:8px;font-size:.9333rem}
.api th,.api td{text-align:left;vertical-align:top;padding:6px 16px 6px 0;border-bottom:1px solid var(--rule)}
.api th{font-size:.8rem;font-weight:400;color:var(--ink3)}
.api td:first-child{white-space:nowrap}
.api p{max-width:42rem;margin-top:8px}
@media (max-width:700px){.page{padding:0 18px}.api .contents{columns:1}}
`;

export function apiPage(description: Description, voice: Voice): string {
  const { page } = voice.phrases.api;
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] as string))];
  return html`<!doctype html>
<html lang="${voice.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · Memcon</title>
<link rel="stylesheet" href="/api/v1/style.css">
</head>
<body>
<a class="skip" href="#main">${page.skip}</a>
<header class="top"><div class="page"><a class="brand" href="/">Memcon</a></div></header>
<main class="page api" id="main">
<h1>${page.title}</h1>
<p>${description.info.description}</p>
<p><a href="/api/v1/openapi.json">openapi.json</a> · OpenAPI ${description.openapi} · ${description.info.version}</p>
<nav aria-label="${page.contents}"><ul class="contents">${tags.map((tag) => html`<li><a href="#${tag}">/${tag}</a></li>`)}<li><a href="#shapes">${page.shapes}</a></li><li><a href="#problems">${page.problems}</a></li></ul></nav>
${tags.map((tag) => html`<section aria-labelledby="${tag}"><h2 id="${tag}" class="path">/${tag}</h2>${operations.filter(({ operation }) => operation.tags?.[0] === tag).map((each) => operationPart(each, voice))}</section>`)}
<section aria-labelledby="shapes"><h2 id="shapes">${page.shapes}</h2>${Object.entries(description.components.schemas).map(([name, schema]) => shape(name, schema, voice))}</section>
<section aria-labelledby="problems"><h2 id="problems">${page.problems}</h2><p>${voice.phrases.api.problem}</p>${problems(voice)}</section>
</main>
</body>
</html>
`.value;
}

function operationPart({ path, method, operation }: { path: string; method: string; operation: Operation }, voice: Voice): Markup {
  const { page } = voice.phrases.api;
  const parameters = (operation.parameters ?? []).filter((each): each is Parameter => 'name' in each);
  const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  return html`<section aria-labelledby="${operation.operationId}"><h3 id="${operation.operationId}"><span class="method">${method}</span> <span class="path">${path}</span></h3>
<p>${operation.summary}</p>
${
  parameters.length > 0 &&
  html`<div class="wide" tabindex="0" role="region" aria-label="${page.parameters}"><table><thead><tr><th scope="col">${page.parameter}</th><th scope="col">${page.values}</th><th scope="col">${page.meaning}</th></tr></thead><tbody>
${parameters.map((each) => html`<tr><td><code>${each.name}</code></td><td>${typeWords(each.schema)}</td><td>${each.description}</td></tr>`)}</tbody></table></div>`
}
${operation.requestBody && html`<p>${page.body}: ${contentWords(operation.requestBody.content)}</p>`}
<p>${page.answer}: ${success.map(([status, { content }], i) => html`${i > 0 && ' · '}${status} ${content && contentWords(content)}`)}</p></section>`;
}

function contentWords(content: Content): Markup {
  return html`${Object.entries(content).map(([type, { schema }], i) => html`${i > 0 && ' · '}<code>${type}</code> ${typeWords(schema)}`)}`;
}

function shape(name: string, schema: Schema, voice: Voice): Markup {
  const { page } = voice.phrases.api;
  const fields = Object.entries(schema.properties ?? {});
  return html`<h3 id="shape-${name}">${name}</h3>${
    fields.length > 0
      ? html`<div class="wide" tabindex="0" role="region" aria-label="${name}"><table><thead><tr><th scope="col">${page.field}</th><th scope="col">${page.values}</th></tr></thead><tbody>${fields.map(([field, of]) => html`<tr><td><code>${field}${!schema.required?.includes(field) && '?'}</code></td><td>${typeWords(of)}</td></tr>`)}</tbody></table></div>`
      : html`<p>${typeWords(schema)}</p>`
  }`;
}

/** A schema in a few words; one that has a name leads to it. */
function typeWords(schema: Schema): Markup {
  const name = schema.$ref?.split('/').at(-1);
  if (name) return html`<a href="#shape-${name}">${name}</a>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum) return html`${schema.enum.map((value, i) => html`${i > 0 && ' | '}<code>${String(value)}</code>`)}`;
  const parts = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (parts) return html`${parts.map((part, i) => html`${i > 0 && ' | '}${typeWords(part)}`)}`;
  if (schema.prefixItems) return html`[${schema.prefixItems.map((part, i) => html`${i > 0 && ', '}${typeWords(part)}`)}]`;
  if (schema.items) return html`${typeWords(schema.items)}[]`;
  if (schema.properties)
    return html`{ ${Object.entries(schema.properties).map(([field, of], i) => html`${i > 0 && '; '}<code>${field}${!schema.required?.includes(field) && '?'}</code>: ${typeWords(of)}`)} }`;
  const type = [schema.type ?? 'any'].flat().join(' | ');
  return schema.minimum !== undefined && schema.maximum !== undefined && schema.maximum < 10_000
    ? html`${type} ${schema.minimum}–${schema.maximum}`
    : html`${type}`;
}

function problems(voice: Voice): Markup {
  const { page } = voice.phrases.api;
  const rows = Object.entries(STATUSES).sort(([, a], [, b]) => a - b);
  return html`<div class="wide" tabindex="0" role="region" aria-label="${page.problems}"><table><thead><tr><th scope="col">type</th><th scope="col">status</th><th scope="col">${page.meaning}</th></tr></thead><tbody>${rows.map(
    ([code, status]) => {
      const words = voice.phrases.faults[code];
      return html`<tr id="${code}"><td><code>#${code}</code></td><td>${status} ${titleOf(status, voice)}</td><td>${words && html`${bare(words.problem)} ${bare(words.cure)}`}</td></tr>`;
    },
  )}</tbody></table></div>`;
}

/** Words of a fault before it happened: what will stand there is left open. */
const bare = (words: string) => words.replace(/\{\w+\}/g, '…');
