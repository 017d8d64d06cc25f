/**
 * For tests: the same talks in the mails of Outlook, Gmail, Thunderbird, Apple Mail and Japanese mailers, and in pages as Chrome, Internet
 * Explorer and Word save them. What each writes around them was looked up in files of theirs; the words are our own.
 */
import { base64, eightBit, encodedWord, jis, quotedPrintable } from './test-mail.ts';

const SUBJECT = "Readout of the Minister's Meeting with Norwegian Foreign Minister Moe";
const FIRST =
  'Chilean Foreign Minister Ana Soto met today with Norwegian Foreign Minister Kari Moe in Oslo. Minister Soto thanked Minister Moe for Norway’s support and underscored the importance of the ocean.';
const SECOND = 'The two ministers agreed to meet again in the summer of 2031.';
export const ENGLISH = {
  language: 'en',
  title: SUBJECT,
  published: '2030-04-09',
  parties: ['CL', 'NO'],
  said: ['thank CL', 'state CL', 'agree CL+NO'],
};

const TITLE = '日・フィジー外相会談';
const LINES = [
  TITLE,
  '令和12年4月9日',
  '',
  '4月9日、東山外務大臣は、ワレシ・フィジー外務大臣と会談を行ったところ、概要は以下の',
  'とおりです。',
  '1 二国間関係',
  '東山大臣から、港湾に関する協力を進めたい旨述べ、ワレシ大臣から、謝意が表明されまし',
  'た。',
  '2 地域情勢',
  '両大臣は、緊密に連携していくことで一致しました。',
];
export const JAPANESE = {
  language: 'ja',
  title: TITLE,
  published: '2030-04-09',
  parties: ['FJ', 'JP'],
  said: ['intend JP', 'thank FJ', 'agree JP+FJ'],
};
const PAGE = (meta: string) =>
  `<html><head>${meta}</head><body><h1>${TITLE}</h1><p>令和12年4月9日</p>${LINES.slice(3)
    .join('\n')
    .replace('以下の\nと', '以下のと')
    .replace('まし\nた', 'ました')
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('\n')}</body></html>`;

const SENT = 'Date: Wed, 10 Apr 2030 09:12:40 +0000';
/** Wrapped as Outlook wraps its plain text. */
const wrappedAt = (columns: number, words: string) => words.replace(new RegExp(`(?=.{${columns + 1}})(.{1,${columns}})(?: |$)`, 'g'), '$1\n');

export interface Sample {
  readonly lines: readonly string[];
  readonly record: typeof ENGLISH;
  /** Words that are no part of what was published. */
  readonly around?: readonly string[];
  readonly issues?: readonly string[];
}

export const SAMPLES: Readonly<Record<string, Sample>> = {
  'Outlook, sent on: Word’s HTML beside wrapped plain text, a picture of the signature': {
    record: ENGLISH,
    around: ['FYI', 'Sent: Tuesday, April 9, 2030 5:01 PM'],
    lines: [
      'From: "Desk, Foreign" <desk@example.org>',
      'To: Unit <unit@example.org>',
      `Subject: FW: ${SUBJECT.replace(' Minister Moe', '\r\n Minister Moe')}`,
      `Thread-Topic: ${SUBJECT}`,
      SENT,
      'Message-ID: <AM0PR0@example.org>',
      'X-MS-Has-Attach: yes',
      'X-MS-TNEF-Correlator:',
      'Content-Type: multipart/related;\r\n\tboundary="_004_AM0_";\r\n\ttype="multipart/alternative"',
      'MIME-Version: 1.0',
      '',
      '--_004_AM0_',
      'Content-Type: multipart/alternative;\r\n\tboundary="_000_AM0_"',
      '',
      '--_000_AM0_',
      'Content-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: base64',
      '',
      base64(wrappedAt(76, `${FIRST}\n\n${SECOND}`)),
      '',
      '--_000_AM0_',
      'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable',
      '',
      quotedPrintable(
        `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="Microsoft Word 15 (filtered medium)">
<!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]--><style><!--
p.MsoNormal {margin:0in;}
--></style></head>
<body lang="EN-US"><div class="WordSection1">
<p class="MsoNormal">FYI<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Press, Foreign<br>
<b>Sent:</b> Tuesday, April 9, 2030 5:01 PM<br>
<b>To:</b> Desk, Foreign<br>
<b>Subject:</b> ${SUBJECT}<o:p></o:p></p></div>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">${FIRST}<o:p></o:p></p>
<p class="MsoNormal">${SECOND}<o:p></o:p></p>
<p class="MsoNormal"><img src="cid:image001.png@01DA"></p>
</div></body></html>`,
      ),
      '--_000_AM0_--',
      '',
      '--_004_AM0_',
      'Content-Type: image/png; name="image001.png"\r\nContent-Disposition: inline; filename="image001.png"',
      'Content-ID: <image001.png@01DA>\r\nContent-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '',
      '--_004_AM0_--',
    ],
  },
  'Outlook, its plain text alone': {
    record: ENGLISH,
    around: ['-----Original Message-----', 'From: Press, Foreign'],
    issues: ['intake/joined-lines'],
    lines: [
      'From: Desk <desk@example.org>',
      `Subject: FW: ${SUBJECT}`,
      SENT,
      'Message-ID: <AM0PR1@example.org>',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: base64',
      '',
      base64(
        `-----Original Message-----\nFrom: Press, Foreign\nSent: Tuesday, April 9, 2030 5:01 PM\nTo: Desk, Foreign\nSubject: ${SUBJECT}\n\n${wrappedAt(
          76,
          `${FIRST} ${SECOND}`,
        )}\n`,
      ),
    ],
  },
  'Gmail, sent on: its note in HTML, a file with a long name': {
    record: ENGLISH,
    around: ['---------- Forwarded message ---------', 'To: <press@example.org>'],
    issues: ['intake/enclosed'],
    lines: [
      'MIME-Version: 1.0',
      'From: Desk <desk@example.org>',
      SENT,
      'Message-ID: <CAF@mail.example.org>',
      `Subject: Fwd: ${SUBJECT}`,
      'To: unit@example.org',
      'Content-Type: multipart/mixed; boundary="0000000000009c"',
      '',
      '--0000000000009c',
      'Content-Type: multipart/alternative; boundary="0000000000009b"',
      '',
      '--0000000000009b',
      'Content-Type: text/plain; charset="UTF-8"\r\nContent-Transfer-Encoding: quoted-printable',
      '',
      quotedPrintable(`---------- Forwarded message ---------\nFrom: Press <press@example.org>\n\n${FIRST}`),
      '',
      '--0000000000009b',
      'Content-Type: text/html; charset="UTF-8"\r\nContent-Transfer-Encoding: quoted-printable',
      '',
      quotedPrintable(
        `<div dir="ltr"><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <b class="gmail_sendername" dir="auto">Press</b> <span dir="auto">&lt;<a href="mailto:press@example.org">press@example.org</a>&gt;</span><br>Date: Tue, Apr 9, 2030 at 5:01\u202fPM<br>Subject: ${SUBJECT}<br>To:  &lt;<a href="mailto:press@example.org">press@example.org</a>&gt;<br></div><br><br><p>${FIRST}</p><p>${SECOND}</p></div></div>`,
      ),
      '',
      '--0000000000009b--',
      '--0000000000009c',
      `Content-Type: text/html; name*0*=UTF-8''${encodeURIComponent('日・フィ')};\r\n name*1*=${encodeURIComponent('ジー')}.html`,
      `Content-Disposition: attachment;\r\n\tfilename*0*=UTF-8''${encodeURIComponent('日・フィ')};\r\n\tfilename*1*=${encodeURIComponent('ジー')}.html`,
      'Content-Transfer-Encoding: base64\r\nX-Attachment-Id: f_lus',
      '',
      base64('<p>x</p>'),
      '--0000000000009c--',
    ],
  },
  'Thunderbird, sent on: flowed plain text': {
    record: ENGLISH,
    around: ['-------- Forwarded Message --------', 'From: \tPress <press@example.org>'],
    lines: [
      'Message-ID: <2@example.org>',
      SENT,
      'MIME-Version: 1.0',
      'User-Agent: Mozilla Thunderbird',
      'To: desk@example.org',
      'From: Unit <unit@example.org>',
      `Subject: Fwd: ${SUBJECT}`,
      'X-Forwarded-Message-Id: <1@example.org>',
      'Content-Type: text/plain; charset=UTF-8; format=flowed\r\nContent-Transfer-Encoding: 8bit',
      '',
      eightBit(
        `\n\n\n-------- Forwarded Message --------\nSubject: \t${SUBJECT}\nDate: \tTue, 9 Apr 2030 17:01:00 +0200\nFrom: \tPress <press@example.org>\nTo: \tunit@example.org\n\n\n\n${wrappedAt(
          72,
          FIRST,
        ).replaceAll('\n', ' \n')}\n\n${SECOND}\n`,
      ),
    ],
  },
  'Apple Mail, sent on: its HTML in two parts around a file': {
    record: ENGLISH,
    around: ['Begin forwarded message:', 'To: press@example.org'],
    issues: ['intake/enclosed-unread'],
    lines: [
      'From: Desk <desk@example.org>',
      'Content-Type: multipart/alternative;\r\n\tboundary="Apple-Mail=_AA"',
      'Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3774.500.171.1.1\\))',
      `Subject: Fwd: ${SUBJECT}`,
      'Message-Id: <5@example.org>',
      SENT,
      'X-Mailer: Apple Mail (2.3774.500.171.1.1)',
      '',
      '',
      '--Apple-Mail=_AA',
      'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain;\r\n\tcharset=utf-8',
      '',
      quotedPrintable(`Begin forwarded message:\n\n> ${FIRST}`),
      '',
      '--Apple-Mail=_AA',
      'Content-Type: multipart/mixed;\r\n\tboundary="Apple-Mail=_BB"',
      '',
      '',
      '--Apple-Mail=_BB',
      'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html;\r\n\tcharset=utf-8',
      '',
      quotedPrintable(
        `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body><br><blockquote type="cite"><div>Begin forwarded message:</div><br class="Apple-interchange-newline"><div style="margin: 0px;"><span><b>From: </b></span><span>Press &lt;press@example.org&gt;<br></span></div><div style="margin: 0px;"><span><b>Subject: </b></span><span><b>${SUBJECT}</b><br></span></div><div style="margin: 0px;"><span><b>Date: </b></span><span>9 April 2030 at 17:01:00 CEST<br></span></div><div style="margin: 0px;"><span><b>To: </b></span><span>press@example.org<br></span></div><br><div><div>${FIRST}</div><div><br></div></div></blockquote></body></html>`,
      ),
      '--Apple-Mail=_BB',
      'Content-Disposition: attachment;\r\n\tfilename=annex.pages\r\nContent-Type: application/x-iwork-pages-sffpages;\r\n\tname="annex.pages"',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
      '--Apple-Mail=_BB',
      'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html;\r\n\tcharset=utf-8',
      '',
      quotedPrintable(`<html><body><blockquote type="cite"><div>${SECOND}</div></blockquote></body></html>`),
      '--Apple-Mail=_BB--',
      '',
      '--Apple-Mail=_AA--',
    ],
  },
  'Thunderbird in Japanese: ISO-2022-JP, wrapped': {
    record: JAPANESE,
    issues: ['intake/joined-lines'],
    lines: [
      'Message-ID: <1@example.org>',
      SENT,
      'MIME-Version: 1.0',
      'User-Agent: Mozilla Thunderbird',
      'Content-Language: ja',
      `From: ${encodedWord('報道課')} <press@example.org>`,
      `Subject: ${encodedWord('日・フィジー')}\r\n ${encodedWord('外相会談')}`,
      'Content-Type: text/plain; charset=ISO-2022-JP\r\nContent-Transfer-Encoding: 7bit',
      '',
      jis(LINES.join('\n')),
    ],
  },
  'Japanese, sent on: the day of the head within it, where the text tells none': {
    record: JAPANESE,
    around: ['お疲れ様です。', '送信日時: 2030年4月9日火曜日 17:01'],
    issues: ['intake/joined-lines'],
    lines: [
      'Message-ID: <8@example.org>',
      SENT,
      'MIME-Version: 1.0',
      'From: unit@example.org',
      `Subject: FW: ${encodedWord(TITLE)}`,
      'Content-Type: text/plain; charset="iso-2022-jp"\r\nContent-Transfer-Encoding: 7bit',
      '',
      jis(
        `お疲れ様です。\n\n-----Original Message-----\n差出人: 報道課 <press@example.org>\n送信日時: 2030年4月9日火曜日 17:01\n宛先: 関係各位\n件名: ${TITLE}\n\n${LINES.slice(2).join('\n')}`,
      ),
    ],
  },
  'an old mailer: Shift_JIS, of which its head says nothing': {
    record: JAPANESE,
    issues: ['intake/joined-lines'],
    lines: [
      'From: press@example.org',
      `Subject: ${encodedWord(TITLE)}`,
      SENT,
      'Message-ID: <9@example.org>',
      '',
      eightBit(LINES.join('\n'), 'shift_jis'),
    ],
  },
  'Outlook within an office: what only Outlook unwraps is told': {
    record: JAPANESE,
    issues: ['intake/joined-lines', 'intake/enclosed-unread'],
    lines: [
      'From: <press@example.org>',
      `Subject: ${encodedWord(TITLE)}`,
      SENT,
      'Message-ID: <6@example.org>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed;\r\n\tboundary="----=_NextPart_000_0001"',
      'X-Mailer: Microsoft Outlook 16.0',
      '',
      'This is a multipart message in MIME format.',
      '',
      '------=_NextPart_000_0001',
      'Content-Type: text/plain;\r\n\tcharset="iso-2022-jp"\r\nContent-Transfer-Encoding: 7bit',
      '',
      jis(LINES.join('\n')),
      '------=_NextPart_000_0001',
      'Content-Type: application/ms-tnef;\r\n\tname="winmail.dat"\r\nContent-Transfer-Encoding: base64',
      'Content-Disposition: attachment;\r\n\tfilename="winmail.dat"',
      '',
      'eJ8+IgAAAAAAAA==',
      '',
      '------=_NextPart_000_0001--',
    ],
  },
  'Chrome: a saved page': {
    record: JAPANESE,
    lines: [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://www.example.org/kaidan.html',
      `Subject: ${encodedWord(TITLE, 'utf-8')}`,
      SENT,
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--abc----"',
      '',
      '',
      '------MultipartBoundary--abc----',
      'Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable',
      'Content-Location: https://www.example.org/kaidan.html',
      '',
      quotedPrintable(PAGE('<meta charset="utf-8">')),
      '',
      '------MultipartBoundary--abc----',
      'Content-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: cid:css-1@mhtml.blink',
      '',
      '@charset "utf-8";',
      '------MultipartBoundary--abc------',
    ],
  },
  'Internet Explorer: a saved page in Shift_JIS': {
    record: JAPANESE,
    lines: [
      `From: <Windows Internet Explorer 8 ${encodedWord('で保存')}>`,
      `Subject: ${encodedWord(TITLE, 'shift_jis')}`,
      SENT,
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_NextPart_000_0000"',
      'X-MimeOLE: Produced By Microsoft MimeOLE V6.00.2900.5931',
      '',
      'This is a multi-part message in MIME format.',
      '',
      '------=_NextPart_000_0000',
      'Content-Type: text/html;\r\n\tcharset="shift_jis"\r\nContent-Transfer-Encoding: quoted-printable',
      'Content-Location: http://www.example.org/kaidan.html',
      '',
      quotedPrintable(PAGE('<META content="text/html; charset=shift_jis" http-equiv=Content-Type>'), 'shift_jis'),
      '',
      '------=_NextPart_000_0000--',
    ],
  },
  'Internet Explorer: a page without pictures, in one part': {
    record: JAPANESE,
    lines: [
      'From: "Saved by Windows Internet Explorer 11"',
      `Subject: ${encodedWord(TITLE, 'shift_jis')}`,
      SENT,
      'MIME-Version: 1.0',
      'Content-Type: text/html;\r\n\tcharset="shift_jis"\r\nContent-Transfer-Encoding: quoted-printable',
      'Content-Location: http://www.example.org/kaidan.html',
      '',
      quotedPrintable(PAGE(''), 'shift_jis'),
    ],
  },
  'Word: a web page in one file, with its running head': {
    record: JAPANESE,
    issues: ['intake/frames'],
    lines: [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="----=_NextPart_01DA8AA2.6C1B2F30"',
      '',
      'This document is a Single File Web Page, also known as a Web Archive file.',
      '',
      '------=_NextPart_01DA8AA2.6C1B2F30',
      'Content-Location: file:///C:/5A1B2C3D/kaidan.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="us-ascii"',
      '',
      quotedPrintable(
        PAGE('<meta http-equiv=Content-Type content="text/html; charset=us-ascii">').replace(/[^\n\x20-\x7e]/g, (sign) => `&#${sign.charCodeAt(0)};`),
      ),
      '',
      '------=_NextPart_01DA8AA2.6C1B2F30',
      'Content-Location: file:///C:/5A1B2C3D/kaidan.files/header.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="us-ascii"',
      '',
      '<html><body><p>header</p></body></html>',
      '',
      '------=_NextPart_01DA8AA2.6C1B2F30--',
    ],
  },
};
