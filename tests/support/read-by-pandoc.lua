-- Reads each of many texts, which are separated by a character that none has, as Pandoc's Markdown; prints for each what
-- is code or goes elsewhere, and its words.
local function one_line(text) return (text:gsub('%s+', ' ')) end
function Pandoc()
  local file = io.open(os.getenv('WRAPUP_TEXTS'), 'r')
  local texts = file:read('a')
  for text in (texts .. '\1'):gmatch('([^\1]*)\1') do
    local doc = pandoc.read(text, 'markdown')
    local found = {}
    local function note(kind, what) found[#found + 1] = kind .. ' ' .. one_line(what) end
    local function attributes(kind)
      return function(element)
        local attr = element.attr
        if #attr.classes > 0 and kind ~= 'CodeBlock' then note(kind, table.concat(attr.classes, ' ')) end
        for key, value in pairs(attr.attributes) do note(kind, key .. '=' .. value) end
      end
    end
    for key in pairs(doc.meta) do note('Meta', key) end
    pandoc.walk_block(pandoc.Div(doc.blocks), {
      RawInline = function(it) note('RawInline ' .. it.format, it.text) end,
      RawBlock = function(it) note('RawBlock ' .. it.format, it.text) end,
      Math = function(it) note('Math', it.text) end,
      Cite = function() note('Cite', '') end,
      Code = attributes('Code'), CodeBlock = attributes('CodeBlock'), Header = attributes('Header'),
      Span = attributes('Span'), Div = attributes('Div'), Link = attributes('Link'), Image = attributes('Image'),
    })
    io.stdout:write(table.concat(found, '\3'), '\2', pandoc.utils.stringify(doc), '\1')
  end
  os.exit(0)
end
